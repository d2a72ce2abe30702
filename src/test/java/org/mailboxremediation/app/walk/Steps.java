package org.mailboxremediation.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The steps that most walks share, as one person after the other does them. */
final class Steps {

    static final String HAND_OVER = "UserTask_HandOverPassword";
    static final String SETTLE = "UserTask_SettleOpenPoints";
    static final String REVIEW = "UserTask_ReviewHiddenSettings";
    static final String EDUCATE = "UserTask_EducateOwner";

    private Steps() {}

    /** The devices named in the report are all there are, and they are clean. */
    static Journey cleanScan(Journey walk) {
        listed(walk).scan("Laptop", "clean");
        return complete(walk);
    }

    /** No device is added to those known. */
    static Journey listed(Journey walk) {
        return walk.submit("UserTask_ListDevices", Map.of("devices", List.of()));
    }

    static Journey complete(Journey walk) {
        return walk.submit("UserTask_ConfirmDeviceList", Map.of("answer", "COMPLETE"));
    }

    /** Infected, cleaned, scanned again. */
    static Journey cleanedScan(Journey walk, String device) {
        walk.scan(device, "infected", "Eicar-Test");
        removed(walk).scan(device, "clean");
        return walk;
    }

    static Journey removed(Journey walk) {
        return walk.submit("UserTask_RemoveMalware", Map.of("action", "DELETED", "reason", "deleted with the tool"));
    }

    /** Reveals the password and hands it over; returns it. */
    static String handOver(Journey walk) {
        String password = walk.reveal();
        handedOver(walk);
        return password;
    }

    static Journey handedOver(Journey walk) {
        return walk.submit(HAND_OVER, Map.of("answer", "HANDED_OVER", "reason", "in person"));
    }

    static Journey lost(Journey walk) {
        return walk.submit(HAND_OVER, Map.of("answer", "LOST"));
    }

    static Journey reviewed(Journey walk) {
        return walk.submit(
                REVIEW,
                Map.of(
                        "filtersReviewed", true,
                        "identitiesReviewed", true,
                        "signatureReviewed", true,
                        "recoveryReviewed", true));
    }

    static Journey noMessage(Journey walk) {
        return walk.submit("UserTask_ProvideMessage", Map.of("messageFound", "NO", "reason", "deleted long ago"));
    }

    /** Gives a message from that sender, over HTTP. */
    static Journey message(Journey walk, String returnPath, String peer) {
        walk.task("UserTask_ProvideMessage");
        String message = String.join(
                "\r\n",
                "Return-Path: <" + returnPath + ">",
                "Received: from mx.example.com (mx.example.com [10.0.0.7]) by store.example.com; Mon, 2 Mar 2026 10:00:01 +0000",
                "Received: from evil.example (evil.example [" + peer
                        + "]) by mx.example.com; Mon, 2 Mar 2026 10:00:00 +0000",
                "From: Your bank <bank@bank.example>",
                "Subject: Please confirm",
                "",
                "Click here.",
                "");
        HttpResponse<String> answer = walk.api()
                .upload(
                        "/api/incidents/" + walk.id() + "/malicious-message",
                        "message",
                        message.getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).contains(returnPath, peer);
        return walk;
    }

    static Journey educated(Journey walk) {
        return walk.submit(EDUCATE, Map.of("lessons", walk.choices(EDUCATE, "lessonChoices")));
    }

    /** From the hand-over to the closed case, without a message to trace; returns the password. */
    static String toTheEnd(Journey walk) {
        noMessage(walk);
        return toTheEndAfterTracing(walk);
    }

    /** The same where step 4 is over. */
    static String toTheEndAfterTracing(Journey walk) {
        String password = handOver(walk);
        reviewed(walk);
        educated(walk).ends("CLOSED_RESTORED");
        return password;
    }
}
