package io.boto4j.internal.customization;

import io.boto4j.internal.hook.Customization;

/** AgentCore orders events by their timestamps, for which whole seconds are too coarse. */
final class BedrockAgentCore implements Customization {
  @Override
  public boolean millisecondTimestamps() {
    return true;
  }
}
