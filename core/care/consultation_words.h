#pragma once

#include "core/care/words.h"

namespace kushi {

// The answers that a consultation chooses from. Their words are a promise to other programs.

enum class Concern {
    oily,
    oily_soon,
    buildup,
    odour,
    flakes,
    severe_flakes,
    itch,
    redness,
    dry,
    tight,
    sensitive,
    thinning,
    sudden_hair_loss,
    patchy_hair_loss,
    severe_hair_loss,
    scalp_pain,
    acne,
    limp_roots
};
enum class ScalpType { oily, balanced, dry, sensitive, combination };
enum class HairType { fine, normal, coarse };
enum class Lengths { dry, normal, oily };
enum class WashRhythm { daily, every_2_days, less };
/// In rising order: a rule's "sometimes or often" is `>= sometimes`.
enum class Habit { never, sometimes, often };
enum class Headache { none, tension, frequent, severe, fresh };  ///< `fresh` is the word "new"
enum class Sleep { good, poor };
enum class Goal { clean_scalp, calm_itch, rest, ease_tension, softer_hair, try_it, gift };
enum class Steps { few, whole };
enum class Often { weekly, monthly, none };
enum class Pressure { light, medium, firm };
enum class Temperature { cool, warm, hot };
enum class Scent { none, light, any };
enum class Talk { talk, quiet };
enum class HomeCare { kept, partly, no };

template <>
struct Words<Concern> {
    static constexpr auto list =
        word_array({"oily", "oily_soon", "buildup", "odour", "flakes", "severe_flakes", "itch", "redness", "dry",
                    "tight", "sensitive", "thinning", "sudden_hair_loss", "patchy_hair_loss", "severe_hair_loss",
                    "scalp_pain", "acne", "limp_roots"});
};
template <>
struct Words<ScalpType> {
    static constexpr auto list = word_array({"oily", "balanced", "dry", "sensitive", "combination"});
};
template <>
struct Words<HairType> {
    static constexpr auto list = word_array({"fine", "normal", "coarse"});
};
template <>
struct Words<Lengths> {
    static constexpr auto list = word_array({"dry", "normal", "oily"});
};
template <>
struct Words<WashRhythm> {
    static constexpr auto list = word_array({"daily", "every_2_days", "less"});
};
template <>
struct Words<Habit> {
    static constexpr auto list = word_array({"never", "sometimes", "often"});
};
template <>
struct Words<Headache> {
    static constexpr auto list = word_array({"none", "tension", "frequent", "severe", "new"});
};
template <>
struct Words<Sleep> {
    static constexpr auto list = word_array({"good", "poor"});
};
template <>
struct Words<Goal> {
    static constexpr auto list =
        word_array({"clean_scalp", "calm_itch", "rest", "ease_tension", "softer_hair", "try_it", "gift"});
};
template <>
struct Words<Steps> {
    static constexpr auto list = word_array({"few", "whole"});
};
template <>
struct Words<Often> {
    static constexpr auto list = word_array({"weekly", "monthly", "none"});
};
template <>
struct Words<Pressure> {
    static constexpr auto list = word_array({"light", "medium", "firm"});
};
template <>
struct Words<Temperature> {
    static constexpr auto list = word_array({"cool", "warm", "hot"});
};
template <>
struct Words<Scent> {
    static constexpr auto list = word_array({"none", "light", "any"});
};
template <>
struct Words<Talk> {
    static constexpr auto list = word_array({"talk", "quiet"});
};
template <>
struct Words<HomeCare> {
    static constexpr auto list = word_array({"kept", "partly", "no"});
};

}  // namespace kushi
