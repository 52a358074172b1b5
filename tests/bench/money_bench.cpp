// How many receipts the calculator prices in a second on one core: bench_money. The yardstick is a salon's usual one,
// four lines of two rates with a discount of the bill, paid by card and cash.

#include <benchmark/benchmark.h>

#include <nlohmann/json.hpp>

#include "core/money/calculator.h"
#include "core/money/receipt.h"

namespace kushi {
namespace {

constexpr const char* usual_receipt = R"({"config":{"price_mode":"inclusive","tax_rounding":"floor","tax_point":"per_rate"},
    "lines":[{"unit":8800,"qty":"1","rate":"0.10"},{"unit":1080,"qty":"2","rate":"0.08"},{"unit":3300,"qty":"1","rate":"0.10","discount_pct":"10"},
             {"unit":540,"qty":"0.5","rate":"0.08"}],
    "bill_discount":500,"tip":300,"tenders":[{"type":"card","amount":5000},{"type":"cash","amount":20000}]})";

void count_receipts(benchmark::State& state)
{
    state.counters["receipts"] = benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}

void price(benchmark::State& state)
{
    const auto input = receipt_input_from_json(nlohmann::json::parse(usual_receipt)).value();
    for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(price_receipt(input).value());
    count_receipts(state);
}
BENCHMARK(price);

void give_back(benchmark::State& state)
{
    const auto input = receipt_input_from_json(nlohmann::json::parse(usual_receipt)).value();
    const auto totals = price_receipt(input).value();
    std::vector<SoldLine> sold;
    for (std::size_t i = 0; i < input.lines.size(); ++i) {
        sold.push_back({input.lines[i].quantity, {}, totals.line_final[i], input.lines[i].rate});
    }
    const std::vector<ReturnedLine> first{{0, Quantity::whole(1)}};
    for ([[maybe_unused]] auto _ : state) {
        benchmark::DoNotOptimize(price_refund(input.rules, sold, totals.by_rate, first).value());
    }
    count_receipts(state);
}
BENCHMARK(give_back);

/// The whole way of `kushi calc`: text in, text out.
void answer_in_json(benchmark::State& state)
{
    const std::string line = R"({"kind":"receipt","input":)" + std::string{usual_receipt} + "}";
    for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(calculate(nlohmann::json::parse(line))->dump());
    count_receipts(state);
}
BENCHMARK(answer_in_json);

}  // namespace
}  // namespace kushi

BENCHMARK_MAIN();
