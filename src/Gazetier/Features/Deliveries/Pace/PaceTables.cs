using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Deliveries.Pace;

public class PaceRuleTable : IEntityTypeConfiguration<PaceRule>
{
    public void Configure(EntityTypeBuilder<PaceRule> rule)
    {
        rule.ToTable("PaceRules");
        rule.HasKey(r => r.Domain);
        rule.Property(r => r.Domain).HasMaxLength(256);
        rule.Property(r => r.ByName).HasMaxLength(200);
    }
}

public class WarmUpPlanTable : IEntityTypeConfiguration<WarmUpPlan>
{
    public void Configure(EntityTypeBuilder<WarmUpPlan> plan)
    {
        plan.ToTable("WarmUpPlans");
        plan.Property(p => p.Id).ValueGeneratedNever();
        plan.Property(p => p.ByName).HasMaxLength(200);
    }
}

public class PaceBudgetTable : IEntityTypeConfiguration<PaceBudget>
{
    public void Configure(EntityTypeBuilder<PaceBudget> budget)
    {
        budget.ToTable("PaceBudgets");
        budget.HasKey(b => new { b.Domain, b.Window, b.From });
        budget.Property(b => b.Domain).HasMaxLength(256);
        budget.HasIndex(b => b.From);
    }
}
