package io.boto4j.internal.client;

import io.boto4j.error.InvalidConfigException;
import io.boto4j.internal.config.Settings;
import io.boto4j.internal.text.Printable;
import io.boto4j.model.ModelLoader;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The defaults modes. Their numbers are those of AWS's own table, {@code
 * sdk-default-configuration}, which mode {@code legacy}, the default, does not read.
 *
 * <p>The retry mode and the endpoints of STS in that table are boto4j's defaults in any mode, and
 * the time limit of TLS is part of the connect timeout.
 */
final class DefaultsMode {
  private static final String AUTO = "auto";

  private DefaultsMode() {}

  /**
   * The values of options that a mode sets.
   *
   * @param name the mode, in any case
   * @param settings the environment, which names the region that the program runs in
   * @param models has AWS's table
   * @param region the client's region, or null
   * @param instanceRegion the region of the instance that the program runs on
   * @return connect timeout and the endpoint of S3 in us-east-1; nothing in mode legacy
   */
  static OptionValues of(
      String name,
      Settings settings,
      ModelLoader models,
      @Nullable String region,
      Supplier<@Nullable String> instanceRegion) {
    String mode = name.toLowerCase(Locale.ROOT);
    if (mode.equals("legacy")) {
      return OptionValues.NONE;
    }
    Map<String, Object> table = models.root("sdk-default-configuration");
    Map<?, ?> modes = (Map<?, ?>) table.getOrDefault("modes", Map.of());
    if (!mode.equals(AUTO) && !modes.containsKey(mode)) {
      throw new InvalidConfigException(
          "Client configured with invalid defaults mode: \""
              + Printable.of(mode)
              + "\". Valid defaults modes include: legacy, auto, standard, in-region,"
              + " cross-region, mobile.");
    }
    String chosen = mode.equals(AUTO) ? detected(settings, region, instanceRegion) : mode;
    int connectMillis = number(table, modes.get(chosen), "connectTimeoutInMillis");
    OptionValues values =
        OptionValues.NONE.with(Options.CONNECT_TIMEOUT, Duration.ofMillis(connectMillis));
    return base(table).get("s3UsEast1RegionalEndpoints") instanceof String usEast1
        ? values.with(Options.S3_US_EAST_1_REGIONAL_ENDPOINT, usEast1)
        : values;
  }

  /** The mode by distance: whether the program runs in the region that it calls. */
  private static String detected(
      Settings settings, @Nullable String region, Supplier<@Nullable String> instanceRegion) {
    String here = null;
    if (settings.value("AWS_EXECUTION_ENV", null) != null) {
      here = settings.value("AWS_REGION", null);
      here = here == null ? settings.value("AWS_DEFAULT_REGION", null) : here;
    }
    here = here == null ? instanceRegion.get() : here;
    if (here == null) {
      return "standard";
    }
    return here.equals(region) ? "in-region" : "cross-region";
  }

  private static int number(Map<String, Object> table, @Nullable Object mode, String name) {
    Object override = mode instanceof Map<?, ?> changes ? changes.get(name) : null;
    Object value =
        override instanceof Map<?, ?> change ? change.get("override") : base(table).get(name);
    if (value instanceof Number number) {
      return number.intValue();
    }
    throw new InvalidConfigException(
        "The table of the defaults modes has no " + name + ": is boto4j-models complete?");
  }

  private static Map<?, ?> base(Map<String, Object> table) {
    return (Map<?, ?>) table.getOrDefault("base", Map.of());
  }
}
