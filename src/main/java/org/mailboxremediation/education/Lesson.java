package org.mailboxremediation.education;

/**
 * Something to learn from a case (article step 5).
 *
 * @param id stable: the name of the risk factor or symptom it belongs to
 * @param title a few words
 * @param text a few sentences for the mailbox's owner
 * @param link the article that goes further
 */
public record Lesson(String id, String title, String text, String link) {}
