package org.mailboxremediation.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScanRulesTest {

    private static final Instant REPORTED = Instant.parse("2026-03-02T09:00:00.700Z");
    private static final Instant NOW = REPORTED.plus(Duration.ofHours(2));
    private static final Duration FRESH = Duration.ofDays(7);
    private static final Instant FINISHED = REPORTED.plus(Duration.ofHours(1));

    @Test
    void wholeFreshScanAfterTheReportIsClean() {
        assertThat(judge(DeviceFixture.claim(false, FINISHED)))
                .isEqualTo(new ScanJudgement(ScanVerdict.CLEAN, List.of()));
    }

    @Test
    void infectedClaimOrAnyFindingIsInfected() {
        assertThat(judge(new ScanClaim(true, "t", null, FINISHED, FINISHED, 0, List.of()))
                        .verdict())
                .isEqualTo(ScanVerdict.INFECTED);
        assertThat(judge(new ScanClaim(false, "t", null, FINISHED, FINISHED, 0, List.of("Worm")))
                        .verdict())
                .isEqualTo(ScanVerdict.INFECTED);
    }

    @Test
    void scanOfNoFilesProvesNothing() {
        incomplete(claim(FINISHED, FINISHED, FINISHED, 0), "no files");
    }

    @Test
    void scanWithoutTheSignaturesDateProvesNothing() {
        incomplete(claim(null, FINISHED, FINISHED, 1), "missing");
    }

    @Test
    void signaturesMayBeSevenDaysOldAndNoMore() {
        Instant limit = FINISHED.minus(Duration.ofDays(7));
        assertThat(judge(claim(limit, FINISHED, FINISHED, 1)).verdict()).isEqualTo(ScanVerdict.CLEAN);
        incomplete(claim(limit.minusMillis(1), FINISHED, FINISHED, 1), "more than 7 days old");
    }

    @Test
    void signaturesMayBeDatedADayAheadAndNoMore() {
        Instant limit = FINISHED.plus(Duration.ofDays(1));
        assertThat(judge(claim(limit, FINISHED, FINISHED, 1)).verdict()).isEqualTo(ScanVerdict.CLEAN);
        incomplete(claim(limit.plusMillis(1), FINISHED, FINISHED, 1), "dated after");
    }

    @Test
    void scanOfTheReportsOwnSecondCountsAndAnEarlierOneDoesNot() {
        Instant second = Instant.parse("2026-03-02T09:00:00Z");
        assertThat(judge(claim(second, second, second, 1)).verdict()).isEqualTo(ScanVerdict.CLEAN);
        Instant before = second.minusMillis(1);
        incomplete(claim(before, before, before, 1), "before the incident");
    }

    @Test
    void scanMayFinishFiveMinutesAheadOfOurClockAndNoMore() {
        Instant limit = NOW.plus(Duration.ofMinutes(5));
        assertThat(judge(claim(limit, limit, limit, 1)).verdict()).isEqualTo(ScanVerdict.CLEAN);
        Instant ahead = limit.plusMillis(1);
        incomplete(claim(ahead, ahead, ahead, 1), "in the future");
    }

    @Test
    void cleanScanStartsAfterTheInfectedOneFinished() {
        List<Scan> earlier = List.of(infected(FINISHED.minusSeconds(10), NOW));
        assertThat(ScanRules.judge(DeviceFixture.claim(false, FINISHED), earlier, REPORTED, NOW, FRESH)
                        .verdict())
                .isEqualTo(ScanVerdict.CLEAN);
        ScanClaim early = claim(FINISHED, FINISHED.minusSeconds(12), FINISHED, 1);
        ScanJudgement judgement = ScanRules.judge(early, earlier, REPORTED, NOW, FRESH);
        assertThat(judgement.verdict()).isEqualTo(ScanVerdict.INCOMPLETE);
        assertThat(judgement.reasons()).singleElement().asString().contains("found malware");
    }

    @Test
    void infectedScanDatedInTheFutureDoesNotBarEveryLaterOne() {
        List<Scan> earlier = List.of(infected(NOW.plus(Duration.ofDays(365)), FINISHED));
        assertThat(ScanRules.judge(DeviceFixture.claim(false, FINISHED), earlier, REPORTED, NOW, FRESH)
                        .verdict())
                .isEqualTo(ScanVerdict.CLEAN);
    }

    @Test
    void everyReasonIsSaid() {
        assertThat(judge(claim(null, REPORTED.minusSeconds(60), REPORTED.minusSeconds(30), 0))
                        .reasons())
                .hasSize(3);
    }

    @Test
    void impossibleClaimsAreRefused() {
        assertThatThrownBy(() -> claim(null, FINISHED, FINISHED.minusSeconds(1), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> claim(null, FINISHED, FINISHED, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> claim(null, FINISHED, Instant.MAX, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void incomplete(ScanClaim claim, String why) {
        ScanJudgement judgement = judge(claim);
        assertThat(judgement.verdict()).isEqualTo(ScanVerdict.INCOMPLETE);
        assertThat(judgement.reasons()).singleElement().asString().contains(why);
    }

    private static ScanJudgement judge(ScanClaim claim) {
        return ScanRules.judge(claim, List.of(), REPORTED, NOW, FRESH);
    }

    private static ScanClaim claim(@Nullable Instant signatures, Instant started, Instant finished, long files) {
        return new ScanClaim(false, "tool", signatures, started, finished, files, List.of());
    }

    private static Scan infected(Instant finished, Instant recorded) {
        return new Scan(
                "s",
                "d",
                ScanVerdict.INFECTED,
                "tool",
                null,
                REPORTED,
                finished,
                1,
                List.of("Worm"),
                List.of(),
                "admin",
                recorded,
                1);
    }
}
