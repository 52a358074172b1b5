#include "printing/document/document.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace kushi::printing {
namespace {

Document every_block()
{
    return {"sale", "ja",
            {TextBlock{{{"櫛", {true, true, true, 4}}, {" Kushi", {}}}, Align::centre},
             RowBlock{{{Cell::Width::flex, 0, {{"name", {}}}, Align::left},
                       {Cell::Width::fixed, 8, {{"x 2", {}}}, Align::centre},
                       {Cell::Width::fit, 0, {{"1,980", {.bold = true}}}, Align::right}}},
             RuleBlock{RuleBlock::Kind::single}, RuleBlock{RuleBlock::Kind::double_}, RuleBlock{RuleBlock::Kind::dotted},
             SpaceBlock{3}, QrBlock{"https://kushi.example/"}, CutBlock{}}};
}

TEST(Document, ComesBackFromItsJsonAsItWas)
{
    const Document document = every_block();
    const auto text = to_json(document).dump();
    const auto back = document_from_json(nlohmann::json::parse(text));
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, document);
    EXPECT_EQ(to_json(*back).dump(), text);
}

TEST(Document, RefusesJsonThatItNeverWrote)
{
    struct Case { const char* why; const char* json; };
    for (const auto& c :
         {Case{"nothing", "null"}, Case{"a list", "[]"}, Case{"no blocks", R"({"kind":"sale","language":"ja"})"},
          Case{"a third language", R"({"kind":"sale","language":"fr","blocks":[]})"},
          Case{"an unknown name", R"({"kind":"sale","language":"ja","blocks":[],"more":1})"},
          Case{"an unknown block", R"({"kind":"sale","language":"ja","blocks":[{"block":"drawer"}]})"},
          Case{"size 5", R"({"kind":"s","language":"ja","blocks":[{"block":"text","align":"left","runs":[{"text":"a","size":5}]}]})"},
          Case{"size 2.0", R"({"kind":"s","language":"ja","blocks":[{"block":"text","align":"left","runs":[{"text":"a","size":2.0}]}]})"},
          Case{"bold 1", R"({"kind":"s","language":"ja","blocks":[{"block":"text","align":"left","runs":[{"text":"a","bold":1}]}]})"},
          Case{"columns of a fit cell", R"({"kind":"s","language":"ja","blocks":[{"block":"row","cells":[{"width":"fit","columns":3,"align":"left","runs":[]}]}]})"},
          Case{"a million blank lines", R"({"kind":"s","language":"ja","blocks":[{"block":"space","lines":1000000}]})"},
          Case{"a number as text", R"({"kind":"s","language":"ja","blocks":[{"block":"qr","data":7}]})"}}) {
        const auto document = document_from_json(nlohmann::json::parse(c.json));
        ASSERT_FALSE(document) << c.why;
        EXPECT_EQ(document.error().code, "bad_document") << c.why;
    }
}

}  // namespace
}  // namespace kushi::printing
