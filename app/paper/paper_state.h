#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "app/widgets/canvas.h"
#include "printing/virtual/fault.h"
#include "printing/virtual/interpreter.h"
#include "printing/virtual/tray.h"

namespace kushi {

/// One paper that came out of the virtual printer.
struct FallenPaper {
    int number = 0;
    std::shared_ptr<const Picture> picture;
    std::string text;  ///< its lines as the printer read them, for those who cannot see it
    std::size_t errors = 0;
    int drawer_kicks = 0;
};
FallenPaper fallen_paper(const printing::SheetRecord& record, const printing::Bitmap& dots);

/// What the printer's window shows.
struct PaperState {
    static constexpr int most_rows = 20'000;  ///< of paper kept, 2.5 metres: 46 MB of pixels

    std::string address;                                        ///< "127.0.0.1:9100"
    printing::Fault::Kind fault = printing::Fault::Kind::none;  ///< chosen
    bool struck = true;                                         ///< a fault that waits for its byte has not yet
    bool shows_all_faults = false;
    std::vector<FallenPaper> papers;  ///< the newest last
    double rows_out = 0;              ///< of the newest one

    [[nodiscard]] bool rolls() const;
    /// What is wrong at this moment.
    [[nodiscard]] printing::Fault::Kind trouble() const { return struck ? fault : printing::Fault::Kind::none; }
};

/// The newest paper begins to come out; the one before is out at once, and the oldest go when there is too much.
PaperState paper_fell(PaperState state, FallenPaper paper);
/// The newest paper is so much further out.
PaperState rolled_on(PaperState state, std::chrono::milliseconds time);
PaperState fault_told(PaperState state, printing::Fault::Kind fault, bool struck);

/// The faults that one meets in a salon, and with `all` those that only a network has.
std::vector<printing::Fault::Kind> faults_offered(bool all);
/// The fault as it is switched on by hand: at once, but for what breaks off in the middle of a paper.
printing::Fault fault_by_hand(printing::Fault::Kind kind);

}  // namespace kushi
