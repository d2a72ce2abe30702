package org.mailboxremediation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.process.StepState.State;

class StepStateTest {

    private static final ProcedureStep SCAN = ProcedureStep.ALL.get(1);
    private static final ProcedureStep TEACH = ProcedureStep.ALL.get(4);

    @Test
    void aStepIsPendingUntilAnyOfItsActivitiesBegins() {
        StepState state = StepState.of(SCAN, List.of(done("CallActivity_AlertPeople", 1, 2)), true);
        assertThat(state).isEqualTo(new StepState(2, "Scan all devices", State.PENDING, null, null));
    }

    @Test
    void aStepIsActiveBetweenItsActivities() {
        StepState state = StepState.of(SCAN, List.of(done("CallActivity_ScanDevices", 1, 2)), true);
        assertThat(state.state()).isEqualTo(State.ACTIVE);
        assertThat(state.since()).isEqualTo(at(1));
    }

    @Test
    void aStepIsDoneWithItsLastActivity() {
        StepState state = StepState.of(
                SCAN, List.of(done("CallActivity_ScanDevices", 1, 2), done("CallActivity_RestoreAccess", 2, 3)), true);
        assertThat(state).isEqualTo(new StepState(2, "Scan all devices", State.DONE, at(1), at(3)));
    }

    @Test
    void aStepThatIsTakenUpAgainIsActive() {
        StepState state = StepState.of(
                SCAN,
                List.of(done("CallActivity_RestoreAccess", 2, 3), passage("CallActivity_ScanDevices", 4, null, false)),
                true);
        assertThat(state.state()).isEqualTo(State.ACTIVE);
        assertThat(state.doneAt()).isNull();
    }

    @Test
    void anInterruptedLastActivityDoesNotEndAStep() {
        List<Passage> interrupted = List.of(passage("UserTask_EducateOwner", 1, at(2), true));
        assertThat(StepState.of(TEACH, interrupted, true).state()).isEqualTo(State.ACTIVE);
        assertThat(StepState.of(TEACH, interrupted, false).state()).isEqualTo(State.PENDING);
    }

    @Test
    void theFirstStepIsUnderWayFromTheReportOn() {
        StepState before = StepState.of(ProcedureStep.ALL.get(0), List.of(), true);
        assertThat(before.begunBy(at(0), true))
                .isEqualTo(new StepState(1, "Change password", State.ACTIVE, at(0), null));
        StepState after =
                StepState.of(ProcedureStep.ALL.get(0), List.of(done("CallActivity_ChangePassword", 1, 2)), true);
        assertThat(after.begunBy(at(0), true)).isEqualTo(new StepState(1, "Change password", State.DONE, at(0), at(2)));
    }

    private static Passage done(String activity, long from, long to) {
        return passage(activity, from, at(to), false);
    }

    private static Passage passage(String activity, long from, @Nullable Instant to, boolean canceled) {
        return new Passage(activity, at(from), to, canceled);
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }
}
