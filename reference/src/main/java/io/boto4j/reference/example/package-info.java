/** Examples of calls in Java, Kotlin, Python and the AWS CLI, made from the models. Internal. */
@NullMarked
package io.boto4j.reference.example;

import org.jspecify.annotations.NullMarked;
