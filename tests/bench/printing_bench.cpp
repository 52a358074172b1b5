#include <benchmark/benchmark.h>

#include <array>
#include <nlohmann/json.hpp>

#include "app/engine/papers/report_pages.h"
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

/// A day as a salon of four has it.
nlohmann::ordered_json day_of_report()
{
    nlohmann::ordered_json report{{"business_date", "2026-11-14"}, {"closed", true}, {"z", 214}, {"count_sales", 24}, {"gross", 251'236},
                                  {"discounts", 1'230}, {"refunds", 3'080}, {"net_incl", 246'926}, {"tips", 5'720}, {"visits", 24},
                                  {"tenders", {{"cash", 62'410}, {"card", 170'280}, {"qr", 41'650}}},
                                  {"net_by_rate", {{"0.10", 222'237}, {"0.08", 2'000}}}, {"tax_by_rate", {{"0.10", 22'223}, {"0.08", 160}}}};
    for (int hour = 10; hour < 20; ++hour) report["by_hour"].push_back({{"hour", hour}, {"count", 2}, {"total", 24'000 + hour}});
    for (int i = 1; i <= 12; ++i) {
        const auto code = "item-" + std::to_string(i);
        report["by_service"].push_back({{"item", code}, {"count", 2}, {"total", 20'000 + i}});
        report["product_use"].push_back({{"product", code}, {"amount", "12.5"}, {"unit", "ml"}, {"cost", 120 + i}});
    }
    return report;
}

Salon salon_of_report()
{
    Salon salon;
    salon.name = {"Kushi Nakameguro", "櫛 中目黒店"};
    salon.day_rule.zone = "Asia/Tokyo";
    constexpr std::array names{"シグネチャースパ", "ディープクレンズ", "ジェントルカーム", "首・肩ほぐし", "緑茶ライトマスク", "椿モイストマスク",
                               "米ぬかスクラブ", "ひのきほぐしオイル", "柚子クレンザー", "蒸しタオル", "頭皮美容液", "指名料"};
    for (std::size_t i = 0; i < names.size(); ++i)
        salon.products["item-" + std::to_string(i + 1)].name = {"Signature head spa " + std::to_string(i), names.at(i)};
    return salon;
}

void report_as_pdf(benchmark::State& state, const char* language)
{
    const auto report = day_of_report();
    const auto salon = salon_of_report();
    std::size_t bytes = 0;
    for ([[maybe_unused]] auto _ : state) bytes = report_pdf(report, salon, {.language = language, .made_at = {}})->size();
    state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK_CAPTURE(report_as_pdf, english, "en")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(report_as_pdf, japanese, "ja")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace kushi

BENCHMARK_MAIN();
