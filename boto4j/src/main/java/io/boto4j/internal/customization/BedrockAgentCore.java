package io.boto4j.internal.customization;

import io.boto4j.internal.call.Customization;

/** AgentCore orders events by their timestamps, and whole seconds are too coarse for that. */
final class BedrockAgentCore implements Customization {
  @Override
  public boolean millisecondTimestamps() {
    return true;
  }
}
