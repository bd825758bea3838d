package io.boto4j.dashboard;

import io.boto4j.Session;
import io.boto4j.Structure;
import io.boto4j.dashboard.cloud.Names;
import io.boto4j.dashboard.cloud.NightlyStop;
import io.boto4j.local.LocalAws;
import io.boto4j.local.world.LocalClock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** AWS inside the process, with the function that AWS Lambda would run. */
final class LocalCloud implements AutoCloseable {
  private static final String REGION = "eu-central-1";

  private final LocalAws aws;
  private final NightlyStop nightlyStop;

  /**
   * Starts AWS.
   *
   * @param change how long the database starts and stops at least
   */
  LocalCloud(Settings settings, Duration change) {
    Names names = settings.names();
    aws =
        LocalAws.builder()
            .region(settings.region == null ? REGION : settings.region)
            .lambda(names.function(), this::handle)
            .stateDelay(change)
            .start();
    nightlyStop = new NightlyStop(aws.session(), aws.clock());
  }

  private Object handle(@Nullable Object event) {
    if (event instanceof Structure object) {
      return nightlyStop.handle(object);
    }
    throw new IllegalArgumentException("The event is not an object");
  }

  Session session() {
    return aws.session();
  }

  LocalClock clock() {
    return aws.clock();
  }

  @Override
  public void close() {
    aws.close();
  }
}
