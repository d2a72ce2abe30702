package org.mailboxremediation.api;

/** The password, on its way to the one person who may see it. Prints as dots (promise P5). */
record RevealedPassword(String password) {

    @Override
    public String toString() {
        return "••••";
    }
}
