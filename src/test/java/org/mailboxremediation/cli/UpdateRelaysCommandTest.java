package org.mailboxremediation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailboxremediation.evidence.trace.IpAddress;
import org.mailboxremediation.evidence.trace.SharedRelays;

class UpdateRelaysCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=spf1 ip4:203.0.113.0/24 +ip6:2001:db8:7::/48 include:_spf.example.org ip4:198.51.100.9 ~all",
                "{\"prefixes\":[{\"ipv4Prefix\":\"203.0.113.0/24\"},{\"ipv6Prefix\":\"2001:db8:7::/48\"},"
                        + "{\"ipv4Prefix\": \"198.51.100.9/32\"}]}",
                "203.0.113.0/24\n2001:db8:7::/48\n198.51.100.9/32\n"
            })
    void takesWhatAServicePublishes(String published) throws IOException {
        assertThat(update("bulk=" + file(published))).isZero();

        assertThat(nameOf("203.0.113.77")).isEqualTo("bulk");
        assertThat(nameOf("198.51.100.9")).isEqualTo("bulk");
        assertThat(nameOf("2001:db8:7::1")).isEqualTo("bulk");
        assertThat(nameOf("209.85.220.41")).as("what was known of others").isEqualTo("google");
        assertThat(Files.readString(folder.resolve("shared-relays.txt")))
                .contains("= bulk 2026-11-24 ", "= google 2026-11-24 compiled");
    }

    @Test
    void replacesOneServiceAndLeavesTheOthers() throws IOException {
        update("google=" + file("203.0.113.0/24"));
        update("bulk=" + file("198.51.100.0/24"));

        assertThat(nameOf("203.0.113.1")).isEqualTo("google");
        assertThat(nameOf("209.85.220.41")).isEqualTo("none");
        assertThat(nameOf("198.51.100.1")).isEqualTo("bulk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing here", "0.0.0.0/0", "203.0.113.0/24 16.0.0.0/4", "::/0"})
    void changesNothingForASourceThatCannotBeUsed(String published) throws IOException {
        assertThat(update("bulk=" + file(published))).isEqualTo(1);
        assertThat(folder.resolve("shared-relays.txt")).doesNotExist();
        assertThat(err.toString()).contains("Nothing was changed");
    }

    @Test
    void everyServiceOfTheBuiltInListSaysWhenAndWhereFrom() {
        SharedRelays builtIn = SharedRelays.builtIn();
        assertThat(builtIn.relays())
                .extracting(SharedRelays.Relay::service)
                .allSatisfy(service -> assertThat(builtIn.provenance(service)).isPresent());
    }

    @Test
    void saysHowItIsUsed() throws IOException {
        assertThat(update("bulk")).isEqualTo(2);
        assertThat(update("bulk=" + folder.resolve("missing"))).isEqualTo(1);
        assertThat(new UpdateRelaysCommand(out, err, LocalDate.of(2026, 11, 24), new RelaySource())
                        .run(List.of("--help")))
                .isZero();
    }

    private int update(String source) throws IOException {
        return new UpdateRelaysCommand(out, err, LocalDate.of(2026, 11, 24), new RelaySource())
                .run(List.of("--data-dir", folder.toString(), source));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("source"), content);
    }

    private String nameOf(String address) throws IOException {
        return SharedRelays.of(Files.readAllLines(folder.resolve("shared-relays.txt")))
                .nameOf(IpAddress.parse(address).orElseThrow())
                .orElse("none");
    }
}
