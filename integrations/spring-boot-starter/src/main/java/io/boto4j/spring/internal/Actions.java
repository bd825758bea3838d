package io.boto4j.spring.internal;

import io.boto4j.error.InvalidConfigException;
import io.boto4j.error.InvalidRegionException;
import io.boto4j.error.NoCredentialsException;
import io.boto4j.error.NoRegionException;
import io.boto4j.error.PartialCredentialsException;
import io.boto4j.error.ProfileNotFoundException;
import io.boto4j.error.ServiceException;
import io.boto4j.error.UnknownServiceException;
import org.jspecify.annotations.Nullable;

/** The advice for errors of boto4j that prevent an application from starting. */
public final class Actions {
  private Actions() {}

  /**
   * Returns the way to correct an error in an application of Spring Boot.
   *
   * @param error the error
   * @return a sentence, or null if there is no general advice
   */
  public static @Nullable String of(Throwable error) {
    if (error instanceof NoRegionException || error instanceof InvalidRegionException) {
      return "Set boto4j.region, such as eu-west-1, or the environment variable AWS_REGION.";
    }
    if (error instanceof NoCredentialsException || error instanceof PartialCredentialsException) {
      return "Run the application with a role or a profile (boto4j.profile), or set the environment"
          + " variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.";
    }
    if (error instanceof ProfileNotFoundException) {
      return "Correct boto4j.profile or AWS_PROFILE, or add the profile to the file ~/.aws/config.";
    }
    if (error instanceof UnknownServiceException) {
      return "Correct the name of the service, or add its model with boto4j.data-path.";
    }
    if (error instanceof InvalidConfigException) {
      return "Correct the property below boto4j, or the setting of the environment or the profile.";
    }
    return error instanceof ServiceException service
            && service.is("AccessDenied", "AccessDeniedException", "UnauthorizedOperation")
        ? "Allow the operation in the policy of the identity with which the application runs."
        : null;
  }
}
