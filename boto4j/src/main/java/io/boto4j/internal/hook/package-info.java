/**
 * The points of a call at which services and users take part: the hooks of {@link
 * io.boto4j.internal.hook.Customization customizations} and of interceptors.
 *
 * <p>Floor 3, internal. Below the road, which calls the hooks, and below the customizations, which
 * implement them.
 */
@NullMarked
package io.boto4j.internal.hook;

import org.jspecify.annotations.NullMarked;
