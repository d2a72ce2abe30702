package org.mailboxremediation.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.By.cssSelector;
import static org.openqa.selenium.By.linkText;
import static org.openqa.selenium.By.name;
import static org.openqa.selenium.By.xpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.app.browser.Browser;
import org.mailboxremediation.app.browser.TasklistPage;

/** An auditor with nothing but a browser: from Cockpit to a finished case. */
class CaseHistoryInBrowserIT extends AppTest {

    private final Api api = new Api(url(""), "admin");

    private Browser browser;
    private String mailbox;
    private String incident;

    @BeforeEach
    void open() {
        browser = Browser.start();
        mailbox = mailbox();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void findsAFinishedCaseByItsMailbox() {
        finishACase();
        TasklistPage.log(browser, url(""), "auditor", "cockpit");
        browser.see(cssSelector(".ch-dashboard svg.ch-diagram"));
        assertThat(browser.see(cssSelector(".ch-dashboard")).getText())
                .contains("Open cases by step", "Overdue tasks", "Time to lock-out", "Time to restore");

        browser.click(linkText("Case history"), cssSelector(".ch-search"));
        browser.type(name("mailbox"), mailbox.substring(0, mailbox.indexOf('@')));
        browser.click(xpath("//form[contains(@class,'ch-search')]//button"), cssSelector(".ch-table"));
        browser.see(xpath("//*[contains(@class,'ch-summary')][contains(.,'1–1 of 1 case')]"));
        assertThat(browser.see(cssSelector(".ch-table tbody tr")).getText())
                .contains(mailbox, "closed contained", "admin", "lead")
                .containsPattern("UTC .* \\d+(\\.\\d)? s ");
        browser.picture("case-history");
        String address = String.valueOf(browser.script("return location.href"));
        assertThat(address).contains("mailbox=");

        browser.open(address);
        browser.click(linkText(mailbox));
        assertThat(String.valueOf(browser.script("return location.hash"))).startsWith("#/case-history/" + incident);
    }

    /** Its owner cannot be reached: the mailbox stays blocked, as a lead agrees. */
    private void finishACase() {
        incident = Tasklist.read(
                        api.post("/api/incidents", Map.of("mailbox", mailbox, "symptoms", List.of("FORWARDING_ADDED"))))
                .path("id")
                .asText();
        await(() -> api.incident(incident).hasNonNull("timeToLockOut"), "the lock-out");
        await(() -> api.openTasks(incident).contains("UserTask_ProvideMessage"), "the procedure");
        Tasklist.login(url(""), "admin", "tasklist")
                .start(
                        "EndCaseProcess",
                        Map.of("mailbox", mailbox, "ending", "OWNER_UNREACHABLE", "reason", "Nobody answers."));
        Tasklist lead = Tasklist.login(url(""), "lead", "tasklist");
        JsonNode task = await(
                () -> lead.tasks(incident, "UserTask_ConfirmEnding").stream()
                        .findFirst()
                        .orElse(null),
                "the second yes");
        lead.claim(task);
        assertThat(lead.submit(task, Map.of("answer", "CONFIRM", "reason", "Agreed by telephone."))
                        .statusCode())
                .isEqualTo(204);
        await(
                () -> "CLOSED_CONTAINED"
                        .equals(api.incident(incident).path("status").asText()),
                "the closed case");
    }
}
