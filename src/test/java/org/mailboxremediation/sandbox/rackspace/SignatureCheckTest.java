package org.mailboxremediation.sandbox.rackspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailboxremediation.sandbox.SandboxProperties;
import org.mailboxremediation.sandbox.SettableClock;

/** The documentation's sample keys and hashes; its own header example joins one time with the other's hash. */
class SignatureCheckTest {

    private static final String KEY = "eGbq9/2hcZsRlr1JV1Pi";
    private static final String AGENT = "Rackspace Management Interface";
    private static final String FIRST = KEY + ":20010308143725:46VIwd66mOFGG8IkbgnLlXnfnkU=";
    private static final String SECOND = KEY + ":20010317143725:HKUn0aajpSDx7qqGK3vqzn3FglI=";

    private final SignatureCheck check = new SignatureCheck(Settings.defaults(), new SettableClock());

    @ParameterizedTest
    @ValueSource(strings = {FIRST, SECOND, FIRST + "\n", SECOND + " \r\n"})
    void documentedSignaturesAreAccepted(String header) {
        assertThat(check.user(header, AGENT)).isEqualTo(KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                KEY,
                KEY + ":20010308143725",
                KEY + ":20010317143725:46VIwd66mOFGG8IkbgnLlXnfnkU=",
                "other:20010308143725:46VIwd66mOFGG8IkbgnLlXnfnkU=",
                KEY + ":2001-03-08:46VIwd66mOFGG8IkbgnLlXnfnkU=",
                KEY + ":20010308143725:",
            })
    void anythingElseIsRefused(String header) {
        assertThatThrownBy(() -> check.user(header, AGENT)).isInstanceOf(Fault.class);
    }

    @Test
    void userAgentIsPartOfTheSignature() {
        assertThatThrownBy(() -> check.user(FIRST, "another")).isInstanceOf(Fault.class);
        assertThatThrownBy(() -> check.user(FIRST, null)).isInstanceOf(Fault.class);
    }

    @Test
    void strictTimestampsRefuseOldSignatures() {
        SandboxProperties strict = Settings.with(Map.of("remediation.sandbox.assume.strict-timestamp", "true"));
        SignatureCheck strictly = new SignatureCheck(strict, new SettableClock());
        assertThatThrownBy(() -> strictly.user(FIRST, AGENT)).isInstanceOf(Fault.class);
    }

    @Test
    void furtherUsersHaveKeysOfTheirOwn() {
        SandboxProperties two = Settings.with(Map.of(
                "remediation.sandbox.additional-users[0].user-key", "second-user",
                "remediation.sandbox.additional-users[0].secret-key", "second-secret"));
        assertThat(two.users()).hasSize(2);
        assertThat(two.toString()).doesNotContain("second-secret").doesNotContain("QHOvchm");
        assertThat(two.users().toString()).doesNotContain("second-secret");
    }
}
