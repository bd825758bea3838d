package io.boto4j.local.rds;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Snapshots that a name or ARN refers to, also those of other regions and accounts. */
final class SnapshotSources {
  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-z-]*:rds:([a-z0-9-]+):(\\d+):([a-z-]+):(.+)");

  private SnapshotSources() {}

  /**
   * Finds a snapshot.
   *
   * @param own the snapshots of this region, of the kind
   * @return the snapshot, or null
   */
  static @Nullable Structure find(RdsState state, Resources own, String nameOrArn) {
    if (!nameOrArn.startsWith("arn:")) {
      return own.find(nameOrArn);
    }
    Matcher arn = ARN.matcher(nameOrArn);
    if (!arn.matches() || !own.arnType().equals(arn.group(3))) {
      throw RdsErrors.invalid(
          "The parameter SourceDBSnapshotIdentifier is not a valid identifier. Identifiers must"
              + " begin with a letter; must contain only ASCII letters, digits, and hyphens; and"
              + " must not end with a hyphen or contain two consecutive hyphens.");
    }
    String region = String.valueOf(arn.group(1));
    String account = String.valueOf(arn.group(2));
    String name = String.valueOf(arn.group(4));
    EngineContext here = state.context;
    if (region.equals(here.region()) && account.equals(here.account())) {
      return own.find(name);
    }
    return here.world(account, region).engine("rds") instanceof RdsEngine other
        ? other.resources(own.arnType()).find(name)
        : null;
  }
}
