package org.mailboxremediation.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.By.cssSelector;
import static org.openqa.selenium.By.linkText;
import static org.openqa.selenium.By.name;
import static org.openqa.selenium.By.xpath;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.app.browser.Browser;
import org.mailboxremediation.app.browser.TasklistPage;

/** An auditor with nothing but a browser: from Cockpit to a finished case. */
class CaseHistoryInBrowserIT extends AppTest {

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
        incident = EndedCase.of(url(""), mailbox);
        TasklistPage.log(browser, url(""), "auditor", "cockpit");
        browser.see(cssSelector(".ch-dashboard svg.ch-diagram"));
        assertThat(browser.see(cssSelector(".ch-dashboard")).getText())
                .contains("Open cases by step", "Overdue tasks", "Time to lock-out", "Time to restore");

        browser.click(linkText("Case history"), cssSelector(".ch-search"));
        browser.type(name("mailbox"), mailbox.substring(0, mailbox.indexOf('@')));
        browser.click(
                xpath("//form[contains(@class,'ch-search')]//button"), cssSelector(".ch-table a[href*='mailbox=']"));
        browser.see(xpath("//*[contains(@class,'ch-summary')][contains(.,'1–1 of 1 case')]"));
        assertThat(browser.see(cssSelector(".ch-table tbody tr")).getText())
                .contains(mailbox, "closed contained", "admin", "lead")
                .containsPattern("UTC .* \\d+(\\.\\d)? m?s ");
        browser.picture("case-history");
        String address = String.valueOf(browser.script("return location.href"));
        assertThat(address).contains("mailbox=");

        browser.open(address);
        browser.click(linkText(mailbox));
        assertThat(String.valueOf(browser.script("return location.hash"))).startsWith("#/case-history/" + incident);
    }
}
