//! Many tasks that begin at the same moment.

use std::sync::Arc;

use tokio::sync::Barrier;

/// What `count` tasks return, which all begin when the last of them is there.
pub async fn at_once<T, Task>(count: usize, task: impl Fn(usize) -> Task) -> Vec<T>
where
    T: Send + 'static,
    Task: Future<Output = T> + Send + 'static,
{
    let gate = Arc::new(Barrier::new(count));
    let begun: Vec<_> = (0..count)
        .map(|number| {
            let (gate, task) = (Arc::clone(&gate), task(number));
            tokio::spawn(async move {
                gate.wait().await;
                task.await
            })
        })
        .collect();
    let mut results = Vec::with_capacity(count);
    for task in begun {
        results.push(task.await.expect("the task ends well"));
    }
    results
}

/// What `count` tasks return while one other thing happens among them.
pub async fn against<T, Task, Other>(count: usize, task: impl Fn(usize) -> Task, other: impl Fn() -> Other) -> Vec<T>
where
    T: Send + 'static,
    Task: Future<Output = T> + Send + 'static,
    Other: Future<Output = ()> + Send + 'static,
{
    let middle = count / 2;
    let results = at_once(count + 1, |number| {
        let (other, task) = if number == middle {
            (Some(other()), None)
        } else {
            (None, Some(task(if number < middle { number } else { number - 1 })))
        };
        async move {
            if let Some(other) = other {
                other.await;
            }
            match task {
                Some(task) => Some(task.await),
                None => None,
            }
        }
    })
    .await;
    results.into_iter().flatten().collect()
}
