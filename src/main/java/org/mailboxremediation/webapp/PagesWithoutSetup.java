package org.mailboxremediation.webapp;

import org.camunda.bpm.spring.boot.starter.webapp.filter.ResourceLoadingProcessEnginesFilter;

/**
 * Serves the pages of the web applications as Camunda does, but sends nobody to the set-up of a first administrator.
 * Camunda does so for as long as no user is in {@code camunda-admin}; here nobody ever is, and that set-up, which needs no
 * login, is shut. Camunda makes the object itself.
 */
public final class PagesWithoutSetup extends ResourceLoadingProcessEnginesFilter {

    @Override
    protected boolean needsInitialUser(String engineName) {
        return false;
    }
}
