package org.mailboxremediation.app.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.app.Tasklist;
import org.mailboxremediation.sandbox.LineClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attacks promise P6: a word about a case that reaches its attacker. */
class OutOfBandAttackTest extends PromiseTest {

    @Test
    void colleaguesThatTheAttackerMayReadAreWithheldAndGetNothing(@Autowired JdbcClient jdbc) {
        String mailbox = mailbox();
        String forward = mailbox();
        String alias = alias(jdbc, mailbox);
        String other = openCaseOf(mailbox());
        forwards(jdbc, mailbox, forward);
        String safe = mailbox();
        Map<String, Object> report = report(mailbox, "BOUNCES");
        report.put("colleagues", List.of(mailbox, plus(mailbox), alias, forward, other, safe));
        String id = opened(report);
        Map<String, String> told = new TreeMap<>();
        await(() -> settled(id, told), "every notice settled");
        assertThat(told)
                .containsEntry(mailbox, "WITHHELD")
                .containsEntry(plus(mailbox), "WITHHELD")
                .containsEntry(alias, "WITHHELD")
                .containsEntry(forward, "WITHHELD")
                .containsEntry(other, "WITHHELD")
                .containsEntry(safe, "SENT");
        assertThat(inbox(forward, firstPassword(forward))).doesNotContain(id).doesNotContain(mailbox);
        assertThat(inbox(safe, firstPassword(safe))).contains(id);
        assertThat(inbox("it-desk@example.net", "Sandbox-it-desk-1")).contains(id);
    }

    @Test
    void ownersContactThatIsTheMailboxItselfIsNotWrittenTo() {
        String mailbox = mailbox();
        Map<String, Object> report = report(mailbox, "BOUNCES");
        report.put("owner", Map.of("name", "Bob", "contact", mailbox));
        report.put("colleagues", List.of(mailbox, plus(mailbox)));
        String id = opened(report);
        settle(id);
        person("admin").claim(task("admin", id, "UserTask_HandOverPassword"));
        String password =
                Tasklist.read(reveal("admin", credential(id))).path("password").asText();
        submit(
                "admin",
                id,
                "UserTask_HandOverPassword",
                Map.of("answer", "HANDED_OVER", "reason", "in person", "contactConfirmed", true));
        Map<String, String> told = new TreeMap<>();
        await(() -> settled(id, told) && told.containsKey(mailbox), "the owner's notice settled");
        assertThat(told).containsEntry(mailbox, "WITHHELD");
        assertThat(inbox(mailbox, password)).doesNotContain(id);
    }

    private static String openCaseOf(String mailbox) {
        opened(report(mailbox, "BOUNCES"));
        return mailbox;
    }

    private static String plus(String mailbox) {
        return mailbox.replace("@", "+team@");
    }

    private static boolean settled(String id, Map<String, String> told) {
        JsonNode notices = incident(id).path("notices");
        notices.forEach(notice -> told.put(
                notice.path("recipient").asText(), notice.path("status").asText()));
        return !told.containsValue("QUEUED") && !told.isEmpty();
    }

    private static String alias(JdbcClient jdbc, String member) {
        String name = "team-" + member.substring(0, member.indexOf('@'));
        jdbc.sql("insert into sandbox_alias (address, domain, name, members)"
                        + " values (:address, 'example.com', :name, :member)")
                .param("address", name + "@example.com")
                .param("name", name)
                .param("member", member)
                .update();
        return name + "@example.com";
    }

    private static void forwards(JdbcClient jdbc, String mailbox, String target) {
        String profile = jdbc.sql("select profile from sandbox_mailbox where address = :address")
                .param("address", mailbox)
                .query(String.class)
                .single();
        assertThat(profile).contains("\"forwarding\":[]");
        jdbc.sql("update sandbox_mailbox set profile = :profile where address = :address")
                .param("profile", profile.replace("\"forwarding\":[]", "\"forwarding\":[\"" + target + "\"]"))
                .param("address", mailbox)
                .update();
    }

    /** All mail in the inbox, as IMAP gives it. */
    private static String inbox(String address, String password) {
        try (LineClient imap = new LineClient(imapPort())) {
            assertThat(imap.imap("LOGIN " + address + " \"" + password + "\"")).startsWith("a OK");
            imap.imap("SELECT INBOX");
            imap.write("a FETCH 1:* BODY[]");
            StringBuilder mail = new StringBuilder();
            for (String line = imap.read(); !line.startsWith("a "); line = imap.read()) {
                mail.append(line).append('\n');
            }
            return mail.toString().replace("=\n", "");
        }
    }
}
