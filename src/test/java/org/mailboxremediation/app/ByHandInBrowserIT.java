package org.mailboxremediation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.app.ProviderSwitch.Mode;
import org.mailboxremediation.app.browser.Browser;
import org.mailboxremediation.app.browser.TasklistPage;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;

/** The steps that a person does instead of the machine, in a browser. */
class ByHandInBrowserIT extends AppTest {

    private final Api api = new Api(url(""), "admin");

    @Autowired
    private ProviderSwitch provider;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = Browser.start();
        provider.set(Mode.BY_HAND);
    }

    @AfterEach
    void close() {
        provider.set(Mode.THERE);
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void tellsWhatToDoAndTakesWhatWasDone() {
        String mailbox = mailbox();
        String incident = Tasklist.read(
                        api.post("/api/incidents", Map.of("mailbox", mailbox, "symptoms", List.of("REPLY_TO_CHANGED"))))
                .path("id")
                .asText();
        TasklistPage tasklist = TasklistPage.login(browser, url(""), "admin");
        tasklist.take("Change password by hand", mailbox);
        String shown = String.valueOf(
                browser.see(By.cssSelector("[id$='-Field_instructions']")).getDomProperty("value"));
        assertThat(shown).contains(mailbox, "YES, BLOCK ACCESS", "WAY 2: the owner, in webmail");
        browser.picture("change-password-by-hand");
        tasklist.choose("answer", "Way 1");
        tasklist.tick("I looked at forwarding");
        tasklist.field("reason", "In the Control Panel, with the owner on the telephone");
        browser.picture("change-password-by-hand-answered");
        tasklist.completed();
        await(() -> "BLOCKED".equals(api.incident(incident).path("access").asText()), "blocked, as attested");
    }
}
