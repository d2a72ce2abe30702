package org.mailboxremediation.mailbox.rackspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestSignatureTest {

    private static final ApiUser DOCUMENTED = new ApiUser("eGbq9/2hcZsRlr1JV1Pi", "QHOvchm/40czXhJ1OxfxK7jDHr3t");

    @ParameterizedTest
    @CsvSource({
        "2001-03-08T14:37:25Z, 20010308143725, 46VIwd66mOFGG8IkbgnLlXnfnkU=",
        "2001-03-17T14:37:25Z, 20010317143725, HKUn0aajpSDx7qqGK3vqzn3FglI="
    })
    void isTheDocumentedOne(Instant at, String time, String hash) {
        assertThat(RequestSignature.of(DOCUMENTED, "Rackspace Management Interface", at))
                .isEqualTo("eGbq9/2hcZsRlr1JV1Pi:" + time + ":" + hash);
    }

    @Test
    void leavesNoKeyInTheUsersText() {
        assertThat(DOCUMENTED.toString()).doesNotContain("eGbq", "QHOv");
    }
}
