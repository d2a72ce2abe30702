package org.mailboxremediation.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailboxremediation.block.Judgement.Verdict;
import org.mailboxremediation.evidence.trace.SpfResult;
import org.mailboxremediation.incident.Organisation;
import org.mailboxremediation.mailbox.BlockListKind;

class FriendlyFireTest {

    private static final Organisation US = new Organisation(
            List.of("example.com"),
            List.of("192.0.2.0/24"),
            List.of("carol@example.com", "desk@help.example.net"),
            List.of("lead@lead.example.net"));
    private final FriendlyFire rules = new FriendlyFire(US, new SharedProviders("target/no-data"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice@example.com",
                "x@mail.example.com",
                "example.com",
                "@EXAMPLE.com",
                "%.com",
                "@%.example.com",
                "bounce%@%ample.com",
                "a@com",
                "desk@help.example.net",
                "help.example.net",
                "example.net%",
                "lead@lead.example.net",
                "%@lead.example.net",
                "\"odd name\"@example.com",
                "x@[192.0.2.7]",
                "x@[10.0.0.1]",
                "a b\u0001@example.org",
                "@",
                ""
            })
    void refusesAddressesThatHitOurselvesOrEverybody(String entry) {
        assertThat(address(entry, SpfResult.PASS)).isEqualTo(Verdict.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mallory@gmail.com",
                "mallory@bounces.amazonses.com",
                "bounce%@evil.example.org",
                "@%.top",
                "gmail.com",
                "%@gmail.com",
                "@%.ru",
                "emailsrvr.com"
            })
    void asksForAYesWhereOthersWouldBeHit(String entry) {
        assertThat(address(entry, SpfResult.PASS)).isEqualTo(Verdict.CAUTION);
    }

    @Test
    void asksForAYesWhereSpfDoesNotVouch() {
        assertThat(address("mallory@evil.example.org", SpfResult.PASS)).isEqualTo(Verdict.ALLOWED);
        assertThat(address("mallory@evil.example.org", SpfResult.SOFTFAIL)).isEqualTo(Verdict.CAUTION);
        assertThat(address("mallory@evil.example.org", null)).isEqualTo(Verdict.CAUTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.7",
                "192.0.%.%",
                "192.%.%.%",
                "10.1.2.3",
                "127.0.0.1",
                "100.64.0.1",
                "169.254.%.%",
                "fe80::1",
                "fd00::1",
                "::ffff:192.0.2.7",
                "%.%.%.%",
                "203.%.113.9",
                "203.0.113",
                "203.0.113.0/24",
                "host"
            })
    void refusesAddressesOfOurNetworksAndWhatTheListCannotSay(String entry) {
        assertThat(ip(entry)).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void asksForAYesForSharedNetworksAndRanges() {
        assertThat(ip("209.85.220.41")).isEqualTo(Verdict.CAUTION);
        assertThat(ip("203.0.113.%")).isEqualTo(Verdict.CAUTION);
        assertThat(ip("203.0.113.9")).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void givesToAPersonWhatTheListCannotSay() {
        assertThat(ip("2001:db8::1")).isEqualTo(Verdict.BY_HAND);
        assertThat(address("\"odd name\"@evil.example.org", SpfResult.PASS)).isEqualTo(Verdict.BY_HAND);
        assertThat(address("x@[203.0.113.9]", null)).isEqualTo(Verdict.BY_HAND);
        assertThat(address("a b@example.org", null)).isEqualTo(Verdict.BY_HAND);
    }

    private Verdict address(String entry, @Nullable SpfResult spf) {
        return rules.judge(BlockListKind.ADDRESS, entry, spf).verdict();
    }

    private Verdict ip(String entry) {
        return rules.judge(BlockListKind.IP, entry, null).verdict();
    }
}
