#include <benchmark/benchmark.h>

#include "printing/document/paper.h"
#include "printing/escpos/characters.h"
#include "printing/escpos/encoder.h"
#include "tests/engine/papers/sample.h"

namespace kushi {
namespace {

const printing::Profile& profile() { return *printing::find_profile("generic-80"); }

printing::Document japanese_receipt()
{
    return receipt_document(sample::sale(), sample::salon(true), sample::options("ja"));
}

void make_document(benchmark::State& state)
{
    for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(japanese_receipt());
}
BENCHMARK(make_document);

void lay_out_and_encode(benchmark::State& state)
{
    const auto document = japanese_receipt();
    const auto metrics = printing::metrics_of(profile());
    std::size_t bytes = 0;
    for ([[maybe_unused]] auto _ : state) bytes = printing::encode(printing::lay_out(document, metrics), profile()).bytes.size();
    state.counters["receipts"] = benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
    state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(lay_out_and_encode);

void paint_whole(benchmark::State& state)
{
    const auto layout = printing::lay_out(japanese_receipt(), printing::metrics_of(profile()));
    for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(printing::paint(layout));
}
BENCHMARK(paint_whole)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace kushi

BENCHMARK_MAIN();
