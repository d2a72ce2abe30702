package org.mailboxremediation.app;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.By.cssSelector;
import static org.openqa.selenium.By.id;
import static org.openqa.selenium.By.xpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailboxremediation.app.browser.Browser;
import org.mailboxremediation.app.browser.MailDoor;
import org.mailboxremediation.app.browser.TasklistPage;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.DeviceKind;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.device.NewDevice;
import org.mailboxremediation.sandbox.LineClient;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One compromised mailbox, from the report to the closed case, by a person who only has a browser. */
class TasklistInBrowserIT extends AppTest {

    private static final String CONFIRM = "UserTask_ConfirmScan";

    private final Api api = new Api(url(""), "admin");

    @Autowired
    private Devices devices;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @TempDir
    private Path files;

    private Browser browser;
    private String mailbox;
    private String incident;
    private TasklistPage tasklist;

    @BeforeEach
    void open() {
        browser = Browser.start();
        mailbox = mailbox();
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void worksEveryTaskOfAnInfectedCaseToItsEnd() throws IOException {
        addAlias();
        tasklist = TasklistPage.login(browser, url(""), "admin");
        report();
        incident = await(this::findIncident, "the incident");
        listDevices();
        scanAndFindMalware();
        removeAndScanAgain();
        confirmList();
        settleOpenPoints();
        handOver();
        reviewHiddenSettings();
        traceAndBlock();
        educate();
        await(
                () -> "CLOSED_RESTORED"
                        .equals(api.incident(incident).path("status").asText()),
                "the closed case");
        assertThat(api.incident(incident).path("access").asText()).isEqualTo("OPEN");
        assertThat(api.incident(incident).path("passwordChanges")).hasSize(2);
    }

    private void report() {
        tasklist.startProcess("Secure a compromised mailbox");
        tasklist.field("mailbox", mailbox);
        tasklist.tick("Forwarding rules");
        tasklist.tick("Weak or moderate password");
        browser.picture("report");
        tasklist.field("ownerName", "Alice Example");
        tasklist.field("ownerContact", "+1 555 0100");
        tasklist.field("colleagues", "bob@example.com");
        tasklist.start();
    }

    private void listDevices() {
        tasklist.take("List devices", mailbox);
        device(1, "Laptop 1", "Laptop");
        browser.click(id("mr-add-device"));
        device(2, "Phone {{7*7}}", "Telephone");
        browser.picture("list-devices", "task.png");
        tasklist.completed();
    }

    private void device(int row, String name, String kind) {
        String line = "#mr-devices tr:nth-child(" + row + ") ";
        browser.type(cssSelector(line + "[name=name]"), name);
        new Select(browser.see(cssSelector(line + "[name=kind]"))).selectByVisibleText(kind);
        browser.type(cssSelector(line + "[name=owner]"), "Alice Example");
    }

    private void scanAndFindMalware() {
        tasklist.take("Attest scan", "Laptop 1");
        tasklist.choose("verdict", "Something was found");
        scan(Instant.now());
        tasklist.field("findings", "Eicar-Test-Signature in mail attachment");
        browser.picture("attest-scan");
        tasklist.completed();
        tasklist.take("Attest scan", "Phone {{7*7}}");
        tasklist.choose("verdict", "Nothing found");
        scan(Instant.now().plus(1, MINUTES));
        tasklist.completed();
    }

    private void removeAndScanAgain() {
        tasklist.take("Remove malware", "Laptop 1");
        tasklist.choose("action", "Deleted");
        tasklist.field("reason", "Deleted the attachment and its copies");
        browser.picture("remove-malware");
        tasklist.completed();
        tasklist.take("Attest scan", "Laptop 1");
        tasklist.choose("verdict", "Nothing found");
        scan(Instant.now().plus(1, MINUTES));
        tasklist.completed();
        confirmScans();
    }

    /** The case is critical: what one person attests without a report needs the yes of a security lead. */
    private void confirmScans() {
        Tasklist lead = Tasklist.login(url(""), "lead", "tasklist");
        await(
                () -> lead.tasks(incident, CONFIRM).size() == 2,
                () -> "two scans to confirm: " + api.incident(incident).path("devices"));
        for (JsonNode task : lead.tasks(incident, CONFIRM)) {
            lead.submit(task, Map.of("answer", "CONFIRM", "reason", "seen on its screen"));
        }
    }

    /** The form knows whole minutes, and a scan counts from the second of the report on. */
    private void scan(Instant at) {
        tasklist.field("tool", "ClamAV 1.4.2");
        tasklist.date("signaturesDate", at);
        tasklist.moment("startedAt", at);
        tasklist.moment("finishedAt", at);
        tasklist.field("filesScanned", "48210");
    }

    private void confirmList() {
        tasklist.take("Confirm device list", mailbox);
        tasklist.choose("answer", "The list is complete");
        browser.picture("confirm-device-list");
        tasklist.completed();
    }

    private void settleOpenPoints() {
        tasklist.take("Settle open points", mailbox);
        String facts = browser.see(cssSelector("[id$='-Field_facts']")).getDomProperty("value");
        assertThat(facts).as("why the gate is shut").contains("Open: 1");
        browser.picture("gate-reasons");
        tasklist.tick("spare-");
        tasklist.complete();
        assertThat(tasklist.refusal()).contains("must say who confirmed this and how");
        tasklist.dismissRefusal();
        tasklist.field("reason", "Alice confirmed by telephone that she made this alias");
        tasklist.completed();
    }

    private void handOver() {
        tasklist.take("Hand over password", mailbox);
        answerHandOver();
        tasklist.complete();
        assertThat(tasklist.refusal()).contains("The newest password was not revealed yet.");
        browser.picture("hand-over-refused");
        tasklist.dismissRefusal();

        NewDevice tablet = new NewDevice("Old tablet", DeviceKind.TABLET, "Alice Example", null);
        Device late = transaction.execute(status -> devices.add(incident, tablet, "test"));
        browser.click(id("mr-reveal"));
        assertThat(browser.see(id("mr-refusal")).getText())
                .contains("The restore gate is shut.")
                .contains("Not settled: 1 of 3.");
        browser.picture("reveal-refused");
        cleanScan(late.id());

        browser.click(id("mr-reveal"));
        String password = browser.see(id("mr-password")).getText();
        assertThat(password).hasSizeBetween(20, 24);
        browser.picture("reveal");
        assertThat(MailDoor.opens(imapPort(), mailbox, password)).isTrue();
        assertThat(MailDoor.opens(imapPort(), mailbox, firstPassword(mailbox))).isFalse();
        answerHandOver();
        tasklist.completed();
    }

    private void answerHandOver() {
        new Select(browser.see(id("mr-answer"))).selectByValue("HANDED_OVER");
        browser.see(id("mr-reason")).clear();
        browser.type(id("mr-reason"), "In person, at the service desk");
    }

    private void cleanScan(String device) {
        String now = Instant.now().toString();
        assertThat(api.post("/api/incidents/" + incident + "/devices/" + device + "/scans", """
                                {"verdict": "clean", "tool": "ClamAV 1.4.2", "signaturesDate": "%1$s",
                                 "startedAt": "%1$s", "finishedAt": "%1$s", "filesScanned": 100, "findings": []}
                                """.formatted(now))
                        .statusCode())
                .isEqualTo(201);
    }

    private void reviewHiddenSettings() {
        tasklist.take("Review hidden settings", mailbox);
        tasklist.tick("Filters");
        tasklist.tick("Identities");
        tasklist.tick("Signature");
        tasklist.tick("Recovery telephone");
        browser.picture("review-hidden-settings");
        tasklist.completed();
    }

    private void traceAndBlock() throws IOException {
        deliver("newsletter@partner.example");
        deliver("friend@partner.example");
        tasklist.take("Provide malicious message", mailbox);
        new Select(browser.see(id("mr-message-found"))).selectByValue("YES");
        tasklist.attach("mr-file", message());
        browser.click(id("mr-send"));
        assertThat(browser.see(id("mr-originating-ip")).getText()).isEqualTo("203.0.113.77");
        browser.picture("provide-message");
        tasklist.completed();

        tasklist.take("Judge source", mailbox);
        tasklist.choose("wasSource", "Yes");
        tasklist.field("reason", "Alice opened its attachment an hour before");
        browser.picture("judge-source");
        tasklist.completed();

        tasklist.take("Confirm what to block", mailbox);
        assertThat(browser.see(cssSelector(".mr-boundary")).getText())
                .contains("Boundary", "203.0.113.77", "<b>accounts</b>{{7*7}}");
        assertThat(browser.see(cssSelector(".mr-claim")).getText()).contains("198.51.100.9");
        assertThat(browser.see(cssSelector(".mr-own")).getText()).contains("10.0.0.7");
        browser.see(xpath("//*[@id='mr-preview-state'][contains(.,'2 messages of the last 30 days')]"));
        assertThat(browser.see(entry("203.0.113.77")).getText()).contains("Would have refused 2 of 2 messages");
        browser.picture("confirm-block-way");
        browser.click(box("203.0.113.77"));
        assertThat(browser.shows(id("mr-missing"))).isFalse();
        browser.click(box("billing@accounts-check.example.org"));
        assertThat(browser.see(id("mr-missing")).getText()).contains("Still needed: the reason");
        assertThat(browser.shows(xpath("//button[normalize-space()='Complete'][not(@disabled)]")))
                .isFalse();
        browser.picture("confirm-block-refused");
        browser.type(id("mr-own-entry"), "example.com");
        browser.click(id("mr-add-entry"));
        assertThat(browser.see(entry("example.com")).getText()).contains("Cannot be blocked", "our own domains");
        browser.type(id("mr-reason"), "No partner of ours uses this address");
        browser.picture("confirm-block");
        tasklist.completed();
        await(
                () -> StreamSupport.stream(api.incident(incident).path("blocks").spliterator(), false)
                        .anyMatch(block -> block.path("entry").asText().contains("203.0.113.77")),
                "the block");
    }

    private static By entry(String entry) {
        return xpath("//*[contains(@class,'mr-entry')][.//code[.='" + entry + "']]");
    }

    private static By box(String entry) {
        return xpath("//*[contains(@class,'mr-entry')]//label[code[.='" + entry + "']]/input");
    }

    private void deliver(String from) {
        try (LineClient smtp = new LineClient(smtpPort())) {
            smtp.smtp("HELO client.example");
            smtp.smtp("MAIL FROM:<" + from + ">");
            assertThat(smtp.smtp("RCPT TO:<" + mailbox + ">")).startsWith("250");
            assertThat(smtp.smtp("DATA")).startsWith("354");
            smtp.write(String.join(
                    "\r\n",
                    "Return-Path: <" + from + ">",
                    "Received: from x (x [203.0.113.77]) by mx.example.com; Mon, 2 Mar 2026 10:00:00 +0000",
                    "Subject: hello",
                    "",
                    "Words."));
            assertThat(smtp.smtp(".")).startsWith("250");
        }
    }

    private void educate() {
        tasklist.take("Educate the owner", mailbox);
        tasklist.tickAll();
        browser.picture("educate-owner");
        tasklist.completed();
    }

    @Test
    void showsAnAuditorTheWholeProcedureInCockpit() {
        api.post("/api/incidents", "{\"mailbox\": \"%s\", \"symptoms\": [\"COLLEAGUES_RECEIVED\"]}".formatted(mailbox));
        incident = await(this::findIncident, "the incident");
        await(() -> api.openTasks(incident).contains("UserTask_ListDevices"), "the first task");
        TasklistPage.log(browser, url(""), "auditor", "cockpit");
        browser.open(url("/camunda/app/cockpit/default/#/processes"));
        browser.click(xpath("//a[contains(.,'Secure a compromised mailbox')]"));
        browser.see(cssSelector("[data-element-id='CallActivity_EducateOwner']"));
        browser.see(cssSelector(".badge"));
        browser.click(
                cssSelector("[title='Maximize diagram']"), cssSelector("[title='Restore diagram to default size']"));
        browser.click(cssSelector("[title='reset zoom']"));
        browser.picture("secure-mailbox", "secure-mailbox.png");
        browser.click(
                cssSelector("[title='Restore diagram to default size']"), cssSelector("[title='Maximize diagram']"));
        browser.click(xpath("//table//a[contains(@href,'process-instance')]"));
        browser.see(cssSelector("[data-element-id='CallActivity_EducateOwner']"));
        browser.picture("case-in-cockpit");
    }

    /** An alias is what the gate does not settle by itself: the owner may want it, or the attacker made it. */
    private void addAlias() {
        String name = "spare-" + mailbox.substring(0, mailbox.indexOf('@'));
        jdbc.sql("insert into sandbox_alias (address, domain, name, members)"
                        + " values (:address, 'example.com', :name, :member)")
                .param("address", name + "@example.com")
                .param("name", name)
                .param("member", mailbox)
                .update();
    }

    private Path message() throws IOException {
        return Files.writeString(
                files.resolve("invoice.eml"),
                String.join(
                        "\r\n",
                        "Return-Path: <billing@accounts-check.example.org>",
                        "Received: from mx.example.com (mx.example.com [10.0.0.7]) by store.example.com;"
                                + " Mon, 2 Mar 2026 10:00:01 +0000",
                        "Received: from <b>accounts</b>{{7*7}} (accounts-check.example.org [203.0.113.77])"
                                + " by mx.example.com; Mon, 2 Mar 2026 10:00:00 +0000",
                        "Received: from pc (pc.bank.example [198.51.100.9]) by accounts-check.example.org;"
                                + " Mon, 2 Mar 2026 09:59:00 +0000",
                        "From: Accounts <billing@accounts-check.example.org>",
                        "To: " + mailbox,
                        "Subject: Your invoice",
                        "",
                        "See the attachment.",
                        ""));
    }

    private String findIncident() {
        try {
            JsonNode items = new ObjectMapper()
                    .readTree(api.get("/api/incidents?mailbox=" + mailbox).body())
                    .path("items");
            return items.isEmpty() ? null : items.get(0).path("id").asText();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
