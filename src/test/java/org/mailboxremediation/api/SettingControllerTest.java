package org.mailboxremediation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailboxremediation.api.ApiContext.ADMIN;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.api.ApiContext.Answer;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.incident.MailboxSettings;
import org.mailboxremediation.incident.SettingKind;
import org.mailboxremediation.mailbox.MailboxSteps;
import org.mailboxremediation.outbox.Outbox;

@Tag(DatabaseKind.TAG)
class SettingControllerTest {

    private final ApiContext api = new ApiContext();
    private final String incident = api.report();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void aClearedSettingIsOwedToTheProviderAgainOnce() {
        String id = cleared(SettingKind.FORWARDING, "desk@example.com");
        assertThat(list(id, "state")).isEqualTo("CLEARED");

        Answer owed = putBack(id, "{\"reason\": \"a shared desk\"}");
        assertThat(owed.status()).isEqualTo(202);
        assertThat(owed.body().path("state").asText()).isEqualTo("PUTTING_BACK");
        assertThat(putBack(id, "{\"reason\": \"again\"}").status()).isEqualTo(202);
        assertThat(list(id, "decidedBy")).isEqualTo("admin");
        assertThat(list(id, "reason")).isEqualTo("a shared desk");
        assertThat(api.get(Outbox.class).nextEpoch(incident, MailboxSteps.PUT_BACK_SETTING))
                .isEqualTo(2);
    }

    @Test
    void mailGoesOutsideOnlyAfterAccessIsBack() {
        String forward = cleared(SettingKind.FORWARDING, "out@example.net");
        String spam = cleared(SettingKind.SPAM_FORWARDING, "spam@sub.example.com");
        assertThat(putBack(forward, "{\"reason\": \"please\"}").status()).isEqualTo(409);
        assertThat(putBack(spam, "{\"reason\": \"please\"}").status()).isEqualTo(409);
        assertThat(putBack(cleared(SettingKind.AUTO_REPLY, "away"), "{\"reason\": \"please\"}")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void onlyAClearedSettingOfTheCaseWithAReason() {
        String id = cleared(SettingKind.FORWARDING, "desk@example.com");
        assertThat(putBack(id, "{}").fields()).containsExactly("reason");
        assertThat(putBack(id, "{\"reason\": \" \"}").fields()).containsExactly("reason");
        assertThat(putBack("none", "{\"reason\": \"please\"}").status()).isEqualTo(404);
        String found = api.database.inTransaction(() -> api.get(MailboxSettings.class)
                .found(incident, SettingKind.FORWARDING, "other@example.com")
                .id());
        assertThat(putBack(found, "{\"reason\": \"please\"}").status()).isEqualTo(409);
    }

    private String cleared(SettingKind kind, String value) {
        MailboxSettings settings = api.get(MailboxSettings.class);
        return api.database.inTransaction(() -> {
            String id = settings.found(incident, kind, value).id();
            settings.cleared(id);
            return id;
        });
    }

    private String list(String id, String member) {
        for (var setting :
                api.get("/api/incidents/" + incident + "/settings", ADMIN).body()) {
            if (setting.path("id").asText().equals(id)) {
                return setting.path(member).asText();
            }
        }
        throw new AssertionError("not listed: " + id);
    }

    private Answer putBack(String id, String body) {
        return api.post("/api/incidents/" + incident + "/settings/" + id + "/restore", body, ADMIN);
    }
}
