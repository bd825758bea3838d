package io.boto4j.local.ec2;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The states of instances. A change of state is stored with the state that follows and its time, so
 * that it goes on by the clock, also after a restart.
 */
final class InstanceStates {
  static final String PENDING = "pending";
  static final String RUNNING = "running";
  static final String STOPPING = "stopping";
  static final String STOPPED = "stopped";
  static final String SHUTTING_DOWN = "shutting-down";
  static final String TERMINATED = "terminated";

  private static final Map<String, Integer> CODES =
      Map.of(PENDING, 0, RUNNING, 16, SHUTTING_DOWN, 32, TERMINATED, 48, STOPPING, 64, STOPPED, 80);
  private static final String NEXT = "_next";
  private static final String AT = "_at";

  /** How long an instance is visible after its end. */
  private static final Duration KEPT = Duration.ofHours(1);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Ec2State state;

  InstanceStates(Ec2State state) {
    this.state = state;
  }

  static Params of(String name) {
    return Params.of("Code", CODES.get(name), "Name", name);
  }

  static String name(Structure instance) {
    return String.valueOf(instance.text("State", "Name"));
  }

  /** Whether an instance no longer holds addresses and security groups. */
  static boolean isGone(Structure instance) {
    return name(instance).equals(TERMINATED) || TERMINATED.equals(instance.text(NEXT));
  }

  /** The members of a document that begin a change of state. */
  Map<String, @Nullable Object> begin(String between, String last) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("State", of(between));
    members.put(NEXT, last);
    members.put(AT, state.context.clock().instant().plus(state.delay));
    boolean byUser = last.equals(STOPPED) || last.equals(TERMINATED);
    members.put(
        "StateTransitionReason", byUser ? "User initiated (" + TIME.format(state.now()) + ")" : "");
    members.put(
        "StateReason",
        byUser
            ? Params.of(
                "Code", "Client.UserInitiatedShutdown",
                "Message", "Client.UserInitiatedShutdown: User initiated shutdown")
            : null);
    return members;
  }

  /** An instance as it is by now. */
  Structure settled(Structure instance) {
    String next = instance.text(NEXT);
    Instant at = instance.instant(AT);
    if (next == null || (at != null && state.context.clock().instant().isBefore(at))) {
      return instance;
    }
    Params settled = Params.copyOf(instance).with("State", of(next)).without(NEXT);
    if (next.equals(STOPPED)) {
      settled = settled.without("PublicIpAddress").with("PublicDnsName", "");
    } else if (next.equals(TERMINATED)) {
      for (String member :
          List.of(
              "PublicIpAddress", "PrivateIpAddress", "SubnetId", "VpcId", "IamInstanceProfile")) {
        settled = settled.without(member);
      }
      settled =
          settled
              .with("PublicDnsName", "")
              .with("PrivateDnsName", "")
              .with("SecurityGroups", List.of())
              .with("BlockDeviceMappings", List.of());
    }
    return Structures.of(settled);
  }

  /** Whether an instance ended so long ago that it is not listed anymore. */
  boolean isForgotten(Structure instance) {
    Instant at = instance.instant(AT);
    return isGone(instance)
        && at != null
        && at.plus(KEPT).isBefore(state.context.clock().instant());
  }
}
