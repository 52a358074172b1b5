#include "app/widgets/words.h"

#include <wx/arrstr.h>
#include <wx/translation.h>

#include <memory>
#include <vector>

#include "app/widgets/catalogue.h"

namespace kushi {
namespace {

/// The catalogues are part of the program: there is no file to be missing.
class EmbeddedLoader final : public wxTranslationsLoader {
public:
    wxMsgCatalog* LoadCatalog(const wxString& domain, const wxString& language) override
    {
        if (language != "ja") return nullptr;
        const auto bytes = japanese_catalogue();
        const auto data = wxCharBuffer::CreateNonOwned(bytes.data(), bytes.size());
        return wxMsgCatalog::CreateFromData(data, domain);
    }
    [[nodiscard]] wxArrayString GetAvailableTranslations(const wxString& /*domain*/) const override
    {
        wxArrayString languages;
        languages.Add("ja");
        return languages;
    }
};

std::string& language()
{
    static std::string kept = "en";
    return kept;
}

const wxTranslations* japanese()
{
    static const std::unique_ptr<wxTranslations> kept = [] {
        auto made = std::make_unique<wxTranslations>();
        made->SetLoader(new EmbeddedLoader);  // wx owns it
        made->SetLanguage("ja");
        made->AddCatalog("kushi", wxLANGUAGE_ENGLISH);
        return made;
    }();
    return kept.get();
}

const wxString* translated(const char* words, const char* context)
{
    if (spoken() != "ja") return nullptr;
    return japanese()->GetTranslatedString(wxString::FromUTF8(words), "kushi", context == nullptr ? wxString{} : wxString::FromUTF8(context));
}

}  // namespace

void speak(std::string_view wanted) { language() = wanted == "ja" ? "ja" : "en"; }
const std::string& spoken() { return language(); }

std::string tr(const char* words)
{
    const auto* found = translated(words, nullptr);
    return found == nullptr ? words : found->utf8_string();
}

std::string tr_in(const char* context, const char* words)
{
    const auto* found = translated(words, context);
    return found == nullptr ? words : found->utf8_string();
}

std::string tr_count(const char* one, const char* many, long count)
{
    if (spoken() == "ja") {
        const auto number = static_cast<unsigned>(count < 0 ? -count : count);
        if (const auto* found = japanese()->GetTranslatedString(wxString::FromUTF8(one), number, "kushi")) return found->utf8_string();
    }
    return count == 1 ? one : many;
}

namespace words {

std::string filled(const std::string& pattern, std::initializer_list<std::string> arguments)
{
    const std::vector<std::string> values{arguments};
    std::string text;
    std::size_t next = 0;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '{') {
            const auto end = pattern.find('}', i);
            if (end == i + 1 && next < values.size()) {
                text += values[next++];
                i = end;
                continue;
            }
            if (end == i + 2 && pattern[i + 1] >= '0' && pattern[i + 1] <= '9') {
                const auto index = static_cast<std::size_t>(pattern[i + 1] - '0');
                if (index < values.size()) text += values[index];
                i = end;
                continue;
            }
        }
        text += pattern[i];
    }
    return text;
}

}  // namespace words
}  // namespace kushi
