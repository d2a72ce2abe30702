package org.mailboxremediation.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.app.Api;

/** A device that several people use, and the organisation's list of devices. */
abstract class SharedDeviceWalks extends Walk {

    private static final String HEADER = "identifier,name,kind,owner,managed,mailboxes\n";

    @Test
    void anInfectionOfASharedDeviceMakesAChangeDueInEachOpenCase() {
        Journey first = reportWith("SN-SHARED-1");
        Journey second = reportWith(" sn-shared-1 ");
        Steps.listed(first);
        Steps.listed(second);
        second.scanTask("Laptop");
        first.scan("Laptop", "infected", "Eicar-Test");
        assertThat(state(second)).isEqualTo("INFECTED");
        Steps.removed(second);
        Steps.removed(first).scan("Laptop", "clean");
        for (Journey walk : List.of(first, second)) {
            assertThat(walk.mailbox().accepts(Steps.toTheEnd(Steps.complete(walk))))
                    .isTrue();
            assertThat(walk.causes()).containsExactly("REPORTED", "INFECTION");
        }
    }

    @Test
    void aCaseThatEndedLatelyIsAskedAboutAgain() {
        Journey ended = reportWith("SN-SHARED-2");
        Steps.toTheEnd(Steps.cleanScan(ended));
        Journey open = reportWith("SN-SHARED-2");
        Steps.listed(open).scan("Laptop", "infected", "Eicar-Test");
        assertThat(ended.api().get("/api/incidents/" + ended.id() + "/events").body())
                .contains("SharedDeviceInfected");
        until(() -> ended.incident().path("notices").toString().contains("DEVICE_INFECTED"), "the leads being told");
        assertThat(state(ended)).isEqualTo("CLEAN");
        assertThat(ended.incident().path("status").asText()).isEqualTo("CLOSED_RESTORED");
    }

    @Test
    void aDeviceOfTheInventoryStandsInTheNextCaseOfItsMailboxes() {
        Mailbox mailbox = freshMailbox();
        String row = "INV-7,Kiosk,DESKTOP,Reception,yes," + mailbox.address() + ";bob@example.com\n";
        assertThat(csv(HEADER + row).statusCode()).isEqualTo(200);
        assertThat(csv(HEADER + row).body()).contains("\"imported\":1");
        Journey walk = report(mailbox, Map.of("symptoms", List.of("UNFAMILIAR_MAIL")));
        until(() -> walk.incident().path("devices").size() == 1, "the device");
        assertThat(walk.incident().path("devices").path(0).path("identifier").asText())
                .isEqualTo("INV-7");
        Steps.listed(walk).scan("Kiosk", "clean");
        Steps.toTheEnd(Steps.complete(walk));
    }

    @Test
    void anImportIsTakenWholeOrNotAtAll() {
        HttpResponse<String> refused =
                csv(HEADER + "INV-8,=cmd(),LAPTOP,Alice,maybe,\ninv-9,a,LAPTOP,b,,\nINV-9,a,X,b,,\n");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("rows[0].name", "rows[0].managed", "rows[2].kind");
        StringBuilder many = new StringBuilder(HEADER);
        for (int i = 0; i < 10_000; i++) {
            many.append("BULK-").append(i).append(",Laptop,LAPTOP,Somebody,no,\n");
        }
        assertThat(csv(many.toString()).body()).contains("\"imported\":10000");
        assertThat(csv(many + "BULK-X,Laptop,LAPTOP,Somebody,no,\n").statusCode())
                .isEqualTo(400);
    }

    @Test
    void twoPeopleTakeADeviceOffTheListThatNeverBelongedThere() {
        Journey walk = Steps.listed(report("UNFAMILIAR_MAIL").addDevice("Phone"));
        walk.scan("Laptop", "clean");
        walk.scanTask("Phone");
        String phone = walk.deviceId("Phone");
        assertThat(remove(walk, "admin", phone).statusCode()).isEqualTo(202);
        assertThat(remove(walk, "admin", phone).statusCode()).isEqualTo(409);
        assertThat(remove(walk, "auditor", phone).statusCode()).isEqualTo(403);
        assertThat(remove(walk, "lead", phone).statusCode()).isEqualTo(200);
        assertThat(remove(walk, "lead", phone).statusCode()).isEqualTo(409);
        Steps.toTheEnd(Steps.complete(walk));
        assertThat(walk.causes()).hasSize(1);
    }

    @Test
    void anInfectedDeviceCannotBeTakenOffTheList() {
        Journey walk = Steps.listed(report("UNFAMILIAR_MAIL"));
        walk.scan("Laptop", "infected", "Eicar-Test");
        assertThat(remove(walk, "admin", walk.deviceId("Laptop")).statusCode()).isEqualTo(409);
    }

    private static Journey reportWith(String identifier) {
        Map<String, String> laptop =
                Map.of("name", "Laptop", "kind", "LAPTOP", "owner", "Owner", "identifier", identifier);
        return report(freshMailbox(), Map.of("symptoms", List.of("UNFAMILIAR_MAIL"), "devices", List.of(laptop)));
    }

    private static String state(Journey walk) {
        return walk.incident().path("devices").path(0).path("state").asText();
    }

    private static HttpResponse<String> csv(String text) {
        return people().api().send("POST", "/api/devices", text.getBytes(StandardCharsets.UTF_8), "text/csv");
    }

    private static HttpResponse<String> remove(Journey walk, String user, String deviceId) {
        return new Api(url(""), user)
                .send(
                        "DELETE",
                        "/api/incidents/" + walk.id() + "/devices/" + deviceId + "?reason=mistyped",
                        null,
                        null);
    }
}
