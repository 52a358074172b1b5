#include <array>

#include "app/words/refusals/sentences.h"

namespace kushi {
namespace {

constexpr std::array sentences{
    RefusalSentence{"bad_code",
                    {"Write this code in small letters, digits and single hyphens, such as head-massage-30",
                     "コードはhead-massage-30のように、英小文字、数字、ハイフンで入力してください"}},
    RefusalSentence{"bad_cutoff",
                    {"Write the hour at which the day ends as 00:00 to 23:59",
                     "営業日の区切りは00:00から23:59までで入力してください"}},
    RefusalSentence{"bad_anchor",
                    {"An anchor is a line of terminal, number and hash, as verify --write-anchor writes it",
                     "アンカーは verify --write-anchor が書く「端末 番号 ハッシュ」の行です"}},
    RefusalSentence{"bad_order",
                    {"Each step begins higher than the one before it", "段階は金額の小さい順に入力してください"}},
    RefusalSentence{"bad_registration_number",
                    {"A registration number is T and 13 digits", "登録番号はTと13桁の数字で入力してください"}},
    RefusalSentence{"bad_zone",
                    {"This time zone is not known; write it as Asia/Tokyo",
                     "このタイムゾーンはありません。Asia/Tokyoのように入力してください"}},
    RefusalSentence{"care_mismatch",
                    {"This service and its ritual are of two kinds; choose another ritual",
                     "メニューと施術内容の種類が異なります。別の施術内容をお選びください"}},
    RefusalSentence{
        "damaged_database",
        {"The salon's data is damaged; nothing was changed. Keep a copy of the folder, then restore a backup",
         "サロンのデータが壊れています。何も変更していません。フォルダーの写しを取ってから、バックアップを復元してくだ"
         "さい"}},
    RefusalSentence{"duplicate_code",
                    {"This stands in the list twice; keep one", "一覧に同じものが2つあります。1つにしてください"}},
    RefusalSentence{"empty_anchor",
                    {"This file names no anchor; write one with verify --write-anchor",
                     "アンカーのないファイルです。verify --write-anchor で作成できます"}},
    RefusalSentence{
        "foreign_database",
        {"The file kushi.db here belongs to another program; nothing was changed. Choose another folder",
         "このkushi.dbはほかのプログラムのファイルです。何も変更していません。別のフォルダーをお選びください"}},
    RefusalSentence{"foreign_files",
                    {"This folder holds what is not an earlier demo's; choose a new or empty one",
                     "デモ以外のファイルがあるフォルダーです。新しいフォルダーか空のフォルダーをお選びください"}},
    RefusalSentence{"in_use",
                    {"Another Kushi on this machine is using this salon; close it and try again",
                     "このサロンは、この端末の別のKushiが使用中です。終了してから、もう一度お試しください"}},
    RefusalSentence{
        "io_error",
        {"Reading or writing failed; what was saved before is safe. Check the disk and try again",
         "読み書きに失敗しました。それまでの記録は残っています。ディスクを確認して、もう一度お試しください"}},
    RefusalSentence{
        "key_already_there",
        {"There is a key here already; it was not written over", "ここにはすでに鍵があります。上書きしていません"}},
    RefusalSentence{"key_cannot_read",
                    {"A key of this salon cannot be read; check who owns the file",
                     "サロンの鍵を読めません。ファイルの所有者をご確認ください"}},
    RefusalSentence{"key_cannot_write",
                    {"A key cannot be written here; check the disk and the folder's owner",
                     "鍵を書き込めません。ディスクとフォルダーの所有者をご確認ください"}},
    RefusalSentence{"key_damaged",
                    {"A key of this salon is damaged; put your copy of it back",
                     "サロンの鍵が壊れています。控えの鍵を戻してください"}},
    RefusalSentence{"key_missing",
                    {"A key of this salon is missing; put your copy of it back",
                     "サロンの鍵がありません。控えの鍵を戻してください"}},
    RefusalSentence{"key_not_a_file",
                    {"This is not what a key is kept in; put your copy of it back",
                     "鍵として使えるファイルやフォルダーではありません。控えの鍵を戻してください"}},
    RefusalSentence{"key_readable_by_others",
                    {"Other users can read the salon's keys; take their access away first (chmod go-rwx)",
                     "ほかの利用者がサロンの鍵を読める状態です。先に権限を外してください（chmod go-rwx）"}},
    RefusalSentence{"key_wrong_size",
                    {"A key of this salon has the wrong size; put your copy of it back",
                     "サロンの鍵の大きさが異なります。控えの鍵を戻してください"}},
    RefusalSentence{"newer_database",
                    {"A newer Kushi wrote this salon's data; nothing was changed. Update this Kushi",
                     "新しいKushiで書かれたデータです。何も変更していません。このKushiを更新してください"}},
    RefusalSentence{"no_owner",
                    {"Nobody in this salon is an owner; give one person that role",
                     "オーナーがいません。1名以上をオーナーにしてください"}},
    RefusalSentence{"no_salon",
                    {"There is no salon in this folder; kushi init makes one",
                     "このフォルダーにサロンはありません。kushi initで作成できます"}},
    RefusalSentence{"no_tax_rate",
                    {"The history would begin before the first tax rate; choose fewer years",
                     "最初の税率より前から始まります。年数を減らしてください"}},
    RefusalSentence{"one_first_service",
                    {"Mark one head spa service as the one for a first visit",
                     "初回のご来店用のヘッドスパメニューを1つだけ指定してください"}},
    RefusalSentence{"salon_exists",
                    {"There is a salon in this folder already; it was left as it is",
                     "このフォルダーにはすでにサロンがあります。そのまま残しています"}},
    RefusalSentence{"unknown_preset",
                    {"There is no such preset; choose tokyo, london or newyork",
                     "このプリセットはありません。tokyo、london、newyorkからお選びください"}},
};

}  // namespace

RefusalSentences salon_refusals()
{
    return sentences;
}

}  // namespace kushi
