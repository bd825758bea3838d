package io.boto4j.internal.client;

import io.boto4j.error.InvalidConfigException;
import io.boto4j.internal.config.Settings;
import io.boto4j.internal.text.Printable;
import io.boto4j.model.ModelLoader;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What {@code defaults_mode} sets where nothing else says: the numbers stand in AWS's own table,
 * {@code sdk-default-configuration}. Nothing of it is read in mode {@code legacy}, the default.
 *
 * <p>Its retry mode and its choice of STS endpoints are boto4j's defaults anyway, and how long TLS
 * may take is part of the connect timeout.
 */
public final class DefaultsMode {
  private static final String AUTO = "auto";

  private DefaultsMode() {}

  /**
   * The defaults a mode sets.
   *
   * @param connectTimeoutMillis how long reaching a server may take
   * @param s3UsEast1Regional whether S3's us-east-1 has a host of its own
   */
  public record Defaults(int connectTimeoutMillis, boolean s3UsEast1Regional) {}

  /** The mode's defaults, or null in mode legacy. */
  public static @Nullable Defaults of(
      @Nullable String inCode,
      Settings settings,
      ModelLoader models,
      @Nullable String region,
      Supplier<@Nullable String> instanceRegion) {
    String value = inCode == null ? settings.value("AWS_DEFAULTS_MODE", "defaults_mode") : inCode;
    String mode = value == null ? "legacy" : value.toLowerCase(Locale.ROOT);
    if (mode.equals("legacy")) {
      return null;
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
    return new Defaults(
        number(table, modes.get(chosen), "connectTimeoutInMillis"),
        "regional".equals(base(table).get("s3UsEast1RegionalEndpoints")));
  }

  /** Where the program runs, against where it calls: within a region less time is lost. */
  private static String detected(
      Settings settings, @Nullable String region, Supplier<@Nullable String> instanceRegion) {
    String here = null;
    if (isSet(settings.value("AWS_EXECUTION_ENV", null))) {
      here = settings.value("AWS_REGION", null);
      here = isSet(here) ? here : settings.value("AWS_DEFAULT_REGION", null);
    }
    here = isSet(here) ? here : instanceRegion.get();
    if (here == null) {
      return "standard";
    }
    return here.equals(region) ? "in-region" : "cross-region";
  }

  private static boolean isSet(@Nullable String value) {
    return value != null && !value.isEmpty();
  }

  private static int number(Map<String, Object> table, @Nullable Object mode, String name) {
    Object override = mode instanceof Map<?, ?> changes ? changes.get(name) : null;
    Object value =
        override instanceof Map<?, ?> change ? change.get("override") : base(table).get(name);
    if (value instanceof Number number) {
      return number.intValue();
    }
    throw new InvalidConfigException(
        "The defaults of the defaults mode have no " + name + ": is boto4j-models whole?");
  }

  private static Map<?, ?> base(Map<String, Object> table) {
    return (Map<?, ?>) table.getOrDefault("base", Map.of());
  }
}
