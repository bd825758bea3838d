package io.boto4j.spring;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Removes properties of the build, such as {@code boto4j.write}, before the tests: an application
 * would refuse them as misspelled properties of its own.
 */
public final class BuildProperties implements LauncherSessionListener {
  @Override
  public void launcherSessionOpened(LauncherSession session) {
    System.getProperties().keySet().removeIf(name -> name.toString().startsWith("boto4j."));
  }
}
