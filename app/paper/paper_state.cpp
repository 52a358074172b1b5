#include "app/paper/paper_state.h"

#include <algorithm>

namespace kushi {
namespace {

using printing::Fault;

constexpr std::uint32_t thermal_black = 0x1e1e1e, thermal_white = 0xffffff;
constexpr double rows_a_second = 2'000;  // 250 mm, what good printers do
constexpr double most_seconds = 1;       // a long report hurries: nobody waits for a picture of paper
constexpr std::size_t middle_of_a_paper = 1'500;

std::shared_ptr<const Picture> picture_of(const printing::Bitmap& dots)
{
    auto picture = std::make_shared<Picture>();
    picture->width = dots.width();
    picture->height = dots.height();
    picture->pixels.reserve(static_cast<std::size_t>(dots.width()) * static_cast<std::size_t>(dots.height()));
    for (int y = 0; y < dots.height(); ++y) {
        for (int x = 0; x < dots.width(); ++x)
            picture->pixels.push_back(dots.dot(x, y) ? thermal_black : thermal_white);
    }
    return picture;
}

int rows_of(const PaperState& state)
{
    int rows = 0;
    for (const auto& paper : state.papers) rows += paper.picture->height;
    return rows;
}

}  // namespace

FallenPaper fallen_paper(const printing::SheetRecord& record, const printing::Bitmap& dots)
{
    return {record.number, picture_of(dots), record.text, record.error_count, record.drawer_kicks};
}

bool PaperState::rolls() const
{
    return !papers.empty() && rows_out < papers.back().picture->height;
}

PaperState paper_fell(PaperState state, FallenPaper paper)
{
    state.papers.push_back(std::move(paper));
    state.rows_out = 0;
    while (state.papers.size() > 1 && rows_of(state) > PaperState::most_rows) state.papers.erase(state.papers.begin());
    return state;
}

PaperState rolled_on(PaperState state, std::chrono::milliseconds time)
{
    if (!state.rolls()) return state;
    const double height = state.papers.back().picture->height;
    const double speed = std::max(rows_a_second, height / most_seconds);
    state.rows_out = std::min(height, state.rows_out + speed * std::chrono::duration<double>(time).count());
    return state;
}

PaperState fault_told(PaperState state, Fault::Kind fault, bool struck)
{
    state.fault = fault;
    state.struck = struck;
    return state;
}

std::vector<Fault::Kind> faults_offered(bool all)
{
    using Kind = Fault::Kind;
    std::vector<Kind> offered{Kind::none, Kind::paper_out, Kind::cover_open, Kind::offline, Kind::near_end, Kind::slow};
    if (all)
        offered.insert(offered.end(), {Kind::refuse, Kind::reject, Kind::silent, Kind::hang, Kind::reset,
                                       Kind::lost_reply, Kind::garbage});
    return offered;
}

Fault fault_by_hand(Fault::Kind kind)
{
    const bool in_the_middle = kind == Fault::Kind::hang || kind == Fault::Kind::reset;
    return {kind, in_the_middle ? middle_of_a_paper : 0};
}

}  // namespace kushi
