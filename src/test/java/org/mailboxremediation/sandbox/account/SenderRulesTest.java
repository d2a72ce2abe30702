package org.mailboxremediation.sandbox.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderRulesTest {

    @ParameterizedTest
    @CsvSource({
        "eve@bad.example, eve@bad.example, true",
        "eve@bad.example, adam@bad.example, false",
        "bad.example, adam@bad.example, true",
        "@bad.example, adam@bad.example, true",
        "bad.example, adam@not-bad.example, false",
        "bad.example, adam@mail.bad.example, false",
        "@%.bad.example, adam@mail.bad.example, true",
        "bounce%@bad.example, bounce-7@bad.example, true",
        "bounce%@bad.example, eve@bad.example, false",
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.%, 192.0.2.77, true",
        "192.0.2.%, 192.0.20.7, false",
        "192.0.%.%, 192.0.20.7, true",
    })
    void entriesMeanWhatTheArticlesSay(String entry, String sender, boolean matches) {
        assertThat(SenderRules.matches(entry, sender)).isEqualTo(matches);
    }
}
