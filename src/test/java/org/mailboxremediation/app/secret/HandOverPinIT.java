package org.mailboxremediation.app.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.By.id;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailboxremediation.app.Api;
import org.mailboxremediation.app.Tasklist;
import org.mailboxremediation.app.browser.Browser;
import org.mailboxremediation.app.browser.MailDoor;
import org.mailboxremediation.app.browser.TasklistPage;
import org.mailboxremediation.app.jar.PackagedJar;

/** The hand-over with a PIN as two people see it: the lead makes it and reads it out, the administrator types it in. */
class HandOverPinIT {

    private static final String MAILBOX = "dave@example.com";
    private static final String TASK = "Hand over password";

    @TempDir
    private Path data;

    @Test
    void leadMakesThePinAndTheAdministratorTypesItIn() {
        try (Browser browser = Browser.start();
                PackagedJar jar =
                        PackagedJar.start(data, "pin", Map.of(), List.of("--remediation.credential.pin=true"))) {
            Tasklist admin = Tasklist.login(jar.url(), "admin", "tasklist");
            JarCase one = JarCase.report(new Api(jar.url(), "admin"), admin, MAILBOX, "COLLEAGUES_RECEIVED", "a note");
            one.lockOut();
            one.settle();
            String pin = madeByTheLead(browser, jar);
            TasklistPage page = TasklistPage.login(browser, jar.url(), "admin");
            page.open(TASK, MAILBOX);
            browser.see(id("mr-pin"));
            browser.picture("pin-asked");
            browser.type(id("mr-pin"), (pin.charAt(0) == '1' ? "2" : "1") + pin.substring(1));
            browser.click(id("mr-reveal"));
            assertThat(browser.see(id("mr-refusal")).getText()).contains("The PIN is wrong.");
            browser.picture("pin-wrong");
            browser.script("document.getElementById('mr-pin').value = ''");
            browser.type(id("mr-pin"), pin);
            // Each further click would be a further attempt.
            browser.press(id("mr-reveal"));
            String password = browser.see(id("mr-password")).getText();
            browser.picture("pin-right");
            assertThat(browser.shows(id("mr-pin"))).isFalse();
            assertThat(MailDoor.opens(jar.imapPort(), MAILBOX, password)).isTrue();
        }
    }

    private static String madeByTheLead(Browser browser, PackagedJar jar) {
        TasklistPage page = TasklistPage.login(browser, jar.url(), "lead");
        page.filter("All open tasks");
        page.open(TASK, MAILBOX);
        browser.see(id("mr-make-pin"));
        browser.picture("pin-lead");
        // A second click makes a second PIN, and the first one is void.
        browser.press(id("mr-make-pin"));
        browser.see(id("mr-made-pin"));
        browser.picture("pin-made");
        return browser.see(id("mr-made-pin")).getText();
    }
}
