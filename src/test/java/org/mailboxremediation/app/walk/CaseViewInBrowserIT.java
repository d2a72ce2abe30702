package org.mailboxremediation.app.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.By.cssSelector;
import static org.openqa.selenium.By.linkText;
import static org.openqa.selenium.By.xpath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailboxremediation.app.browser.Browser;
import org.mailboxremediation.app.browser.TasklistPage;
import org.mailboxremediation.casefile.CaseFileVerification;
import org.mailboxremediation.event.VerifyingKeys;
import org.springframework.beans.factory.annotation.Autowired;

/** An auditor who only has a browser reads a finished case, and takes its file along. */
final class CaseViewInBrowserIT extends Walk {

    private static final String TAKEN =
            "return [...document.querySelectorAll('.ch-diagram .ch-node.ch-taken > title')].map(e => e.textContent)";
    private static final String CHOOSE = "[...document.querySelectorAll('.ch-diagram .ch-node')].find(e =>"
            + " e.querySelector('title').textContent === arguments[0]).dispatchEvent(new MouseEvent('click'))";

    @Autowired
    private HistoryService history;

    @TempDir
    private Path downloads;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = Browser.start();
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void anAuditorReadsAFinishedCaseAndTakesItsFileAlong() throws IOException {
        Journey walk = FinishedCase.of(freshMailbox());
        TasklistPage.log(browser, url(""), "auditor", "cockpit");
        readPath(walk);
        goDown();
        readRecords(walk);
        Path file = download();
        assertThat(new CaseFileVerification(new VerifyingKeys(List.of()), List.of())
                        .check(file)
                        .flaws())
                .as("what verify says of the file")
                .isEmpty();
    }

    private void readPath(Journey walk) {
        browser.open(url("/camunda/app/cockpit/default/#/case-history/" + walk.id()));
        browser.see(cssSelector(".cv-run"));
        assertThat(taken())
                .contains(
                        "1 Change password", "2 Change password again", "2 Restore access and hand over", "Case closed")
                .doesNotContain("Settle open points", "Lock out again");
        assertThat(browser.see(cssSelector(".cv-title")).getText())
                .contains(walk.mailbox().address(), "Closed restored");
        browser.see(xpath("//*[contains(@class,'cv-badge')][contains(.,'Chain intact')]"));
        assertThat(browser.see(cssSelector(".cv-timeline")).getText())
                .contains("Incident reported", "Password change requested");
        browser.picture("case-view", "case-view.png");
    }

    private void goDown() {
        browser.script(CHOOSE, "2 Scan all devices");
        browser.see(xpath("//*[contains(@class,'cv-way')]/strong[.='Scan all devices']"));
        browser.script(CHOOSE, "Scan device");
        browser.click(xpath("//*[contains(@class,'cv-node')]/button[contains(.,'Laptop')]"));
        browser.see(xpath("//*[contains(@class,'cv-way')]/strong[contains(.,'Laptop')]"));
        assertThat(taken()).contains("Attest scan", "Remove malware").doesNotContain("Reimage or retire device");
        browser.picture("case-view-device");
    }

    private void readRecords(Journey walk) {
        browser.click(linkText("Devices"));
        assertThat(browser.see(xpath("//tr[contains(.,'Laptop')]")).getText())
                .contains("Infected", "Clean", "attested by admin", "Eicar-Test");
        assertThat(browser.see(cssSelector(".cv-body")).getText()).contains("<img src=x onerror=alert(1)>⟨U+202E⟩");
        assertThat(browser.script("return document.querySelectorAll('.cv-page img').length"))
                .isEqualTo(0L);
        browser.picture("case-view-devices");

        browser.click(linkText("Tasks"));
        assertThat(browser.see(xpath("//tr[contains(.,'Remove malware')]")).getText())
                .contains("admin completed it", "deleted with the tool");
        browser.open(url("/camunda/app/cockpit/default/#/case-history/" + walk.id() + "?tab=triage"));
        assertThat(browser.see(cssSelector(".cv-matched")).getText()).contains("matched", "Only somebody inside");
        browser.open(url("/camunda/app/cockpit/default/#/case-history/" + walk.id() + "?tab=proof"));
        assertThat(browser.see(cssSelector(".cv-verdict")).getText()).contains("Chain intact", "for auditor");
    }

    private Path download() {
        browser.downloadsTo(downloads);
        browser.click(linkText("Case file (zip)"));
        return until(this::downloaded, "the case file");
    }

    private Path downloaded() {
        try (Stream<Path> files = Files.list(downloads)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aCaseWhoseHistoryWasCleanedSaysSoAndShowsTheRest() {
        Journey walk = Steps.cleanScan(report("UNFAMILIAR_MAIL"));
        Steps.toTheEnd(walk);
        history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(walk.id())
                .list()
                .forEach(process -> history.deleteHistoricProcessInstance(process.getId()));
        TasklistPage.log(browser, url(""), "auditor", "cockpit");
        browser.open(url("/camunda/app/cockpit/default/#/case-history/" + walk.id()));
        assertThat(browser.see(cssSelector(".cv-gone")).getText()).contains("was removed when its time had come");
        assertThat(browser.see(cssSelector(".cv-timeline")).getText()).contains("Incident reported");
        browser.picture("case-view-cleaned");
    }

    @Test
    void aRunningProcessInCockpitLeadsToItsCase() {
        Journey walk = report("UNFAMILIAR_MAIL");
        walk.task("UserTask_ListDevices");
        TasklistPage.log(browser, url(""), "auditor", "cockpit");
        browser.open(url("/camunda/app/cockpit/default/#/process-instance/" + process(walk) + "/runtime"));
        browser.click(cssSelector("a.cv-link"));
        assertThat(browser.see(cssSelector(".cv-title")).getText())
                .contains(walk.mailbox().address());
        browser.see(cssSelector(".ch-active"));
    }

    private String process(Journey walk) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(walk.id())
                .processDefinitionKey("SecureMailboxProcess")
                .singleResult()
                .getId();
    }

    @SuppressWarnings("unchecked") // The script answers a list of texts.
    private List<String> taken() {
        return (List<String>) browser.script(TAKEN);
    }
}
