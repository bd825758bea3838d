package io.boto4j.spring.internal.actuator;

import io.boto4j.Session;
import io.boto4j.error.Boto4jException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/** The version of boto4j and the settings of the session, without anything secret. */
final class Boto4jInfo implements InfoContributor {
  private final Session session;

  Boto4jInfo(Session session) {
    this.session = session;
  }

  @Override
  public void contribute(Info.Builder builder) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("version", Session.version());
    details.put("profile", session.profile());
    details.put("region", orError(session::region));
    details.put("credentials", orError(() -> session.credentials().credentials().source()));
    builder.withDetail("boto4j", details);
  }

  /** An endpoint for information must not fail, so an error becomes part of it. */
  private static String orError(Supplier<@Nullable String> setting) {
    try {
      String value = setting.get();
      return value == null ? "none" : value;
    } catch (Boto4jException e) {
      return e.getClass().getSimpleName();
    }
  }
}
