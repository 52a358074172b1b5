#include "app/engine/demo/script.h"

namespace kushi {
namespace {

using Json = nlohmann::json;

void first_visit_of_the_regular(DemoStory& story)
{
    auto& stage = story.stage;
    const auto regular = story.guest("regular", {
        .person = story.somebody(),
        .service = "signature-head-spa",
        .therapist = story.therapist(0),
        .consultation = Json::parse(R"({"concerns": ["oily", "limp_roots"], "scalp_type": "oily", "life": {"styling": "often"},
                                        "goals": ["clean_scalp"], "preference": {"pressure": "medium", "talk": "quiet"}})"),
        .before = Json::parse(R"({"crown": {"conditions": {"oily": 3, "buildup": 3}}, "frontal": {"conditions": {"oily": 2}}})"),
        .after = Json::parse(R"({"crown": {"conditions": {"oily": 1, "buildup": 1}}})"),
        .note = stage.words({"Likes it quiet. Dozes off under the steam.", "静かな施術がお好み。スチーム中に眠られる。"}),
        .pays = {{.type = "card"}},
    });
    receive(stage, regular, stage.clock("10:00"));
}

void first_visit_of_the_birthday_guest(DemoStory& story)
{
    auto& stage = story.stage;
    const auto birthday = story.guest("birthday", {
        .person = story.somebody(),
        .service = story.service_of("head-relaxation-ritual"),
        .therapist = story.therapist(0),
        .consultation = Json::parse(R"({"concerns": [], "life": {"screen_hours": 8}, "tension": {"neck": true, "shoulders": true, "stress": 3},
                                        "goals": ["rest"]})"),
    });
    receive(stage, birthday, stage.clock("13:00"));
}

}  // namespace

std::string DemoStory::service_of(const std::string& ritual) const
{
    for (const auto& [code, service] : stage.salon.services) {
        if (service.ritual == ritual) return code;
    }
    throw StoryProblem{"no service follows " + ritual};
}

void tell_earlier_day(DemoStory& story)
{
    auto& stage = story.stage;
    stage.at("09:30", [&stage] { stage.act(stage.cast.desk, {{"do", "open_day"}, {"float", stage.about(30'000)}}); });
    first_visit_of_the_regular(story);
    first_visit_of_the_birthday_guest(story);
    stage.at("19:30", [&stage] {
        const auto drawer = stage.act(stage.cast.manager, {{"do", "x_report"}})["report"]["drawer"];
        stage.act(stage.cast.manager, {{"do", "close_day"}, {"count", drawer["expected"]}});
    });
}

}  // namespace kushi
