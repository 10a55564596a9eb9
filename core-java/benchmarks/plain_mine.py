"""MINE in plain PyTorch, as one would write it: what neural.sh compares with.

Another program takes its place if it has a function train(x, y, width, batch, steps, rate): critic of
two layers of so many units with ReLU on the concatenated pair, Adam, and the Donsker-Varadhan bound
with the gradient corrected by a moving average (Belghazi et al. 2018).
"""

import torch


def train(x, y, width, batch, steps, rate):
    critic = torch.nn.Sequential(
        torch.nn.Linear(x.shape[1] + y.shape[1], width), torch.nn.ReLU(),
        torch.nn.Linear(width, width), torch.nn.ReLU(),
        torch.nn.Linear(width, 1))
    optimizer = torch.optim.Adam(critic.parameters(), lr=rate)
    average = None
    order = torch.randperm(len(x))
    position = 0
    for _ in range(steps):
        if position + batch > len(x):
            order = torch.randperm(len(x))
            position = 0
        rows = order[position:position + batch]
        position += batch
        own, other = x[rows], y[rows]
        joint = critic(torch.cat((own, other), 1))
        product = torch.exp(critic(torch.cat((own.roll(-1, 0), other), 1)))
        mean = product.mean()
        average = mean.detach() if average is None else 0.99 * average + 0.01 * mean.detach()
        loss = mean / average - joint.mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        joint = critic(torch.cat((x, y), 1)).mean()
        product = critic(torch.cat((x[torch.randperm(len(x))], y), 1))
        return (joint - torch.log(torch.exp(product).mean())).item()
