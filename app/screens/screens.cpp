#include <map>

#include "app/screens/carts/carts_screen.h"
#include "app/screens/checkout/checkout_screen.h"
#include "app/screens/client/client_screen.h"
#include "app/screens/clients/clients_screen.h"
#include "app/screens/close_day/close_day_screen.h"
#include "app/screens/concerns/concerns_screen.h"
#include "app/screens/consent/consent_screen.h"
#include "app/screens/devices/devices_screen.h"
#include "app/screens/lock/lock_screen.h"
#include "app/screens/more/more_screen.h"
#include "app/screens/payment/payment_screen.h"
#include "app/screens/products/products_screen.h"
#include "app/screens/receipt/receipt_screen.h"
#include "app/screens/recommendation/recommendation_screen.h"
#include "app/screens/refund/refund_screen.h"
#include "app/screens/report/report_screen.h"
#include "app/screens/ritual/ritual_screen.h"
#include "app/screens/safety/safety_screen.h"
#include "app/screens/sale/sale_screen.h"
#include "app/screens/scalp_map/scalp_map_screen.h"
#include "app/screens/settings/settings_screen.h"
#include "app/screens/terminal.h"
#include "app/screens/today/today_screen.h"

namespace kushi {

std::unique_ptr<Screen> make_screen(Host& host, const Place& place)
{
    using Maker = std::unique_ptr<Screen> (*)(Host&, const Place&);
    static const std::map<std::string, Maker, std::less<>> makers{
        {"carts", make_carts_screen},
        {"checkout", make_checkout_screen},
        {"client", make_client_screen},
        {"clients", make_clients_screen},
        {"payment", make_payment_screen},
        {"receipt", make_receipt_screen},
        {"refund", make_refund_screen},
        {"today", make_today_screen},
        {"close_day", make_close_day_screen},
        {"concerns", make_concerns_screen},
        {"consent", make_consent_screen},
        {"devices", make_devices_screen},
        {"life", make_concerns_screen},
        {"lock", make_lock_screen},
        {"more", make_more_screen},
        {"payment", make_payment_screen},
        {"products", make_products_screen},
        {"receipt", make_receipt_screen},
        {"recommendation", make_recommendation_screen},
        {"report", make_report_screen},
        {"ritual", make_ritual_screen},
        {"safety", make_safety_screen},
        {"scalp_map", make_scalp_map_screen},
        {"today", make_today_screen},
        {"sale", make_sale_screen},
        {"settings", make_settings_screen},
    };
    const auto found = makers.find(place.screen);
    return found == makers.end() ? nullptr : found->second(host, place);
}

}  // namespace kushi
