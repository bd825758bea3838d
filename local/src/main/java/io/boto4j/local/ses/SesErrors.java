package io.boto4j.local.ses;

import io.boto4j.local.engine.EngineException;

/** The errors of SES. */
final class SesErrors {
  private SesErrors() {}

  static EngineException of(String code, String message) {
    return new EngineException(code, message);
  }

  static EngineException invalid(String message) {
    return of("InvalidParameterValue", message);
  }

  static EngineException rejected(String message) {
    return of("MessageRejected", message);
  }

  static EngineException noTemplate(String name) {
    return of("TemplateDoesNotExistException", "Template " + name + " does not exist");
  }

  static EngineException noSet(String name) {
    return of(
        "ConfigurationSetDoesNotExistException",
        "Configuration set <" + name + "> does not exist.");
  }
}
