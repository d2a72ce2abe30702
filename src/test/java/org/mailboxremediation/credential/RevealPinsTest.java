package org.mailboxremediation.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.app.secret.Canary;
import org.mailboxremediation.app.secret.CanarySearch;
import org.mailboxremediation.app.secret.TableSearch;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.incident.IncidentFixture;

@Tag(DatabaseKind.TAG)
class RevealPinsTest {

    private final CaseDatabase database = new CaseDatabase();
    private final IncidentFixture cases = new IncidentFixture(database);
    private final CredentialFixture fixture = new CredentialFixture(database);
    private final String incident = cases.open(IncidentFixture.ALICE).id();
    private final PasswordChange change = fixture.request(incident);
    private final String id = fixture.seal(change, fixture.generator.generate(IncidentFixture.ALICE, ""));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void rightPinIsTakenOnceWithOrWithoutASpace() {
        offer();
        String pin = issue();
        assertThat(pin).matches("[0-9]{8}");
        assertThat(check(pin.substring(0, 4) + " " + pin.substring(4))).isEmpty();
        assertThat(check(pin)).contains(PinRefused.Reason.PIN_NOT_VALID);
    }

    @Test
    void pinIsMissingOrNotMadeOrTooOld() {
        offer();
        assertThat(check("")).contains(PinRefused.Reason.PIN_MISSING);
        assertThat(check("12345678")).contains(PinRefused.Reason.PIN_NOT_VALID);
        String pin = issue();
        database.clock.advance(Duration.ofMinutes(10));
        assertThat(check(pin)).contains(PinRefused.Reason.PIN_NOT_VALID);
    }

    @Test
    void newPinTakesThePlaceOfTheOneBefore() {
        offer();
        String first = issue();
        String second = issue();
        assertThat(check(first)).contains(PinRefused.Reason.PIN_WRONG);
        assertThat(check(second)).isEmpty();
    }

    @Test
    void nobodyGivesThePinToThemselves() {
        offer();
        String pin = issue();
        assertThat(database.inTransaction(() -> fixture.pins.check(credential(), "lead", pin)))
                .contains(PinRefused.Reason.PIN_OF_ONE_PERSON);
    }

    @Test
    void fifthWrongPinDestroysThePasswordAlthoughNewOnesWereMade() {
        offer();
        for (int tries = 1; tries < RevealPins.TRIES; tries++) {
            assertThat(check(another(issue()))).contains(PinRefused.Reason.PIN_WRONG);
        }
        assertThat(check(another(issue()))).contains(PinRefused.Reason.PIN_WRONG_TOO_OFTEN);
        assertThat(credential().destroyedWhy()).isEqualTo(Destroyed.LOST);
        assertThat(fixture.credentials.unseal(change.id())).isEmpty();
        assertThatThrownBy(this::issue).isInstanceOf(CredentialGone.class);
        assertThat(cases.chain.of(incident))
                .extracting(CaseEvent::type)
                .endsWith("PinWrong", "CredentialDestroyed")
                .filteredOn("PinWrong"::equals)
                .hasSize(RevealPins.TRIES);
    }

    @Test
    void pinIsMadeOnlyForAPasswordThatIsReady() {
        assertThatThrownBy(this::issue).isInstanceOf(CredentialGone.class);
    }

    @Test
    void pinIsNowhereInTheDatabase() {
        offer();
        String pin = issue();
        check(another(pin));
        assertThat(new TableSearch(database.dataSource).find(new CanarySearch(Canary.of("pin", pin))))
                .isEmpty();
        assertThat(cases.chain.of(incident).toString()).doesNotContain(pin);
    }

    private static String another(String pin) {
        return pin.charAt(0) == '1' ? "2" + pin.substring(1) : "1" + pin.substring(1);
    }

    private SealedCredential credential() {
        return fixture.credentials.find(id).orElseThrow();
    }

    private void offer() {
        database.inTransaction(() -> fixture.credentials.offer(id));
    }

    private String issue() {
        return database.inTransaction(() -> fixture.pins.issue(id, "lead"))
                .digits()
                .reveal();
    }

    private Optional<PinRefused.Reason> check(String pin) {
        return database.inTransaction(() -> fixture.pins.check(credential(), "admin", pin));
    }
}
