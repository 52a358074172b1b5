#include "app/engine/demo/demo.h"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <ostream>

#include "app/cli/commands.h"
#include "app/cli/report_csv.h"
#include "app/cli/salon_command.h"
#include "app/presets/presets.h"
#include "app/words/demo.h"
#include "core/money/format.h"

namespace kushi::cli {
namespace {

namespace fs = std::filesystem;

/// What the demo tells its reader, in the language that was asked for.
class Summary {
public:
    Summary(const Invocation& invocation, const Demo& demo) : invocation_{invocation}, demo_{demo} {}

    void what_happened() const
    {
        const auto& day = demo_.day;
        line(DemoWord::day, demo_.salon_name, demo_.business_date);
        line(DemoWord::visits, count("visits"), count("new_clients"), count("returning_clients"), count("rebooked"));
        line(DemoWord::documents, count("count_sales"), count("count_refunds"), count("count_voids"));
        line(DemoWord::totals, money(day["net_incl"]), money(day["tax_total"]), money(day["drawer"]["over_short"]));
        line(DemoWord::papers, demo_.proof.papers.sheets);
        line(DemoWord::proven, demo_.proof.events);
    }

    void where_it_is() const
    {
        head(DemoWord::where);
        row(word(DemoWord::receipts), demo_.receipts.string());
        row(word(DemoWord::report), (demo_.report / "report.txt").string() + ", report.csv, report.json");
        row(word(DemoWord::data), demo_.salon.string());
        head(DemoWord::staff);
        for (const auto& person : demo_.staff) {
            std::string roles;
            for (const auto& role : person.roles.texts()) roles += (roles.empty() ? "" : ", ") + role;
            row(person.code, fmt::format("{}  {} ({})", filled(DemoWord::pin, person.pin), person.name, roles));
        }
    }

    void what_to_try() const
    {
        head(DemoWord::next);
        const auto kushi = "kushi --data " + demo_.salon.string() + " ";
        const auto as = "--as " + demo_.manager + " ";
        tip(kushi + "board --date " + demo_.business_date, DemoWord::try_board);
        tip(kushi + "list sales --date " + demo_.business_date, DemoWord::try_sales);
        tip(kushi + as + "receipt " + demo_.first_number, DemoWord::try_receipt);
        tip(kushi + as + "report day " + demo_.business_date, DemoWord::try_report);
    }

private:
    [[nodiscard]] std::string language() const { return invocation_.language.empty() ? "en" : invocation_.language; }
    [[nodiscard]] std::string word(DemoWord which) const { return std::string{demo_word(which, language())}; }
    template <class... Parts>
    [[nodiscard]] std::string filled(DemoWord which, const Parts&... parts) const
    {
        return fmt::format(fmt::runtime(demo_word(which, language())), parts...);
    }
    [[nodiscard]] std::int64_t count(const char* name) const { return demo_.day[name].get<std::int64_t>(); }
    [[nodiscard]] std::string money(const nlohmann::ordered_json& amount) const
    {
        return money_text({amount.get<std::int64_t>(), demo_.currency}, language());
    }
    template <class... Parts>
    void line(DemoWord which, const Parts&... parts) const { invocation_.out << filled(which, parts...) << '\n'; }
    void head(DemoWord which) const { invocation_.out << '\n' << word(which) << '\n'; }
    void row(const std::string& name, const std::string& value) const { invocation_.out << "  " << name << "  " << value << '\n'; }
    void tip(const std::string& command, DemoWord why) const { invocation_.out << "  " << command << "   # " << word(why) << '\n'; }

    const Invocation& invocation_;
    const Demo& demo_;
};

void write(const fs::path& file, const std::string& content)
{
    std::ofstream stream{file, std::ios::binary | std::ios::trunc};
    stream << content << std::flush;
    if (!stream) throw std::system_error{errno, std::generic_category(), file.string()};
}

void write_report(const Demo& demo)
{
    write(demo.report / "report.json", demo.day.dump() + "\n");
    write(demo.report / "report.csv", report_csv(demo.day));
    write(demo.report / "report.txt", demo.report_text);
}

int tell(const Invocation& invocation, const Demo& demo)
{
    const Summary summary{invocation, demo};
    if (!demo.proof.holds()) {
        const auto language = invocation.language.empty() ? "en" : invocation.language;
        invocation.err << "kushi: " << demo_word(DemoWord::not_proven, language) << '\n';
        for (const auto& failure : demo.proof.failures) invocation.err << "  " << failure << '\n';
        return refused_with_reason;
    }
    summary.what_happened();
    summary.where_it_is();
    summary.what_to_try();
    return invocation.out ? done : io_error;
}

int run_demo(const Invocation& invocation)
{
    ::unsetenv("KUSHI_KEYS");  // a demo's keys stay with it, and a real salon's out of it
    return guarded(invocation, [&] {
        DemoWish wish;
        wish.folder = invocation.option("out", "kushi-demo");
        wish.preset = invocation.option("preset", "tokyo");
        wish.language = invocation.language;
        try {
            const auto demo = play_demo(wish, real_world());
            if (!demo) return say_refusal(invocation, demo.error());
            write_report(*demo);
            return tell(invocation, *demo);
        }
        catch (const StoryProblem& problem) {
            invocation.err << "kushi: the demo's day was refused: " << problem.what() << '\n';
            return static_cast<int>(refused_with_reason);
        }
    });
}

}  // namespace

CommandSpec demo_command()
{
    return {.name = "demo",
            .summary = "A salon's day without a display: visits, sales, receipts over TCP, the close",
            .example = "kushi demo --out ./kushi-demo",
            .words_help = {},
            .options = {{"out", "DIR", "A new or empty folder, or an earlier demo's, which is made anew (./kushi-demo)"},
                        {"preset", "NAME", "tokyo (if not given), london or newyork"}},
            .run = &run_demo};
}

}  // namespace kushi::cli
